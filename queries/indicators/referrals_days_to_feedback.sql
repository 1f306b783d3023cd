-- purpose: days from the rejection of a referral to the feedback to the applicant, each case on the day of feedback;
--     feedback dated before the decision is left out
-- params:
-- tables: referrals, regions, answered_referrals
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
-- narrowed by: category, product, bank
WITH answered AS (
    SELECT
        answered_referrals.home_code,
        answered_referrals.referral_no,
        answered_referrals.decision,
        answered_referrals.decided_on,
        answered_referrals.feedback_on,
        answered_referrals.batch_id,
        answered_referrals.source_row
    FROM answered_referrals
),

pushed AS (
    SELECT
        referrals.region_code,
        referrals.referral_no,
        regions.home_code
    FROM referrals
    INNER JOIN regions
        ON referrals.region_code = regions.code
)

SELECT
    pushed.region_code,
    answered.feedback_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    answered.feedback_on - answered.decided_on AS numerator,
    1 AS denominator,
    answered.batch_id,
    answered.source_row
FROM pushed
INNER JOIN answered
    ON pushed.home_code = answered.home_code AND pushed.referral_no = answered.referral_no
WHERE
    answered.decision = 'rejected'
    AND answered.feedback_on >= answered.decided_on
