-- purpose: referrals the bank has rejected for a reason ($reason; the empty text is any, also none), each on the day of
--     the decision; without one on the day of the money, without that on the day of acceptance, and none before it
-- params: reason TEXT
-- tables: referrals, regions, answered_referrals
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
-- narrowed by: category, product, bank
WITH answered AS (
    SELECT
        answered_referrals.home_code,
        answered_referrals.referral_no,
        answered_referrals.accepted_on,
        answered_referrals.decision,
        answered_referrals.reject_reason,
        COALESCE(
            answered_referrals.decided_on,
            answered_referrals.disbursed_on,
            CASE WHEN answered_referrals.decision IS NOT NULL THEN answered_referrals.accepted_on END
        ) AS told_on,
        answered_referrals.batch_id,
        answered_referrals.source_row
    FROM answered_referrals
),

rejected AS (
    SELECT
        answered.home_code,
        answered.referral_no,
        CASE
            WHEN answered.told_on < answered.accepted_on THEN answered.accepted_on
            ELSE answered.told_on
        END AS done_on,
        answered.batch_id,
        answered.source_row
    FROM answered
    WHERE answered.decision = 'rejected' AND ($reason = '' OR answered.reject_reason = $reason)
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
    rejected.done_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    rejected.batch_id,
    rejected.source_row
FROM pushed
INNER JOIN rejected
    ON pushed.home_code = rejected.home_code AND pushed.referral_no = rejected.referral_no
WHERE rejected.done_on IS NOT NULL
