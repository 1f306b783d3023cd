-- purpose: days from the rejection of a referral to the feedback to the applicant, each case on the day of feedback;
--     feedback dated before the decision is left out
-- params:
-- tables: referrals, referral_outcomes, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH answered AS (
    SELECT
        regions.home_code,
        referral_outcomes.referral_no,
        referral_outcomes.decision,
        referral_outcomes.decided_on,
        referral_outcomes.feedback_on,
        referral_outcomes.batch_id,
        referral_outcomes.source_row,
        ROW_NUMBER() OVER (
            PARTITION BY regions.home_code, referral_outcomes.referral_no
            ORDER BY referral_outcomes.batch_id DESC, referral_outcomes.source_row DESC
        ) AS turn
    FROM referral_outcomes
    INNER JOIN regions
        ON referral_outcomes.region_code = regions.code
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
    answered.turn = 1
    AND answered.decision = 'rejected'
    AND answered.feedback_on >= answered.decided_on
