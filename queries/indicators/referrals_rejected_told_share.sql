-- purpose: rejected referrals whose applicant was told the reason, of all rejected among those pushed from
--     $counted_from on. A rejection is asked for from $grace_days after the decision, earlier where it was told
--     earlier; told is one with a reason and a day of feedback.
-- params: counted_from DATE, grace_days INTEGER
-- tables: referrals, regions, answered_referrals
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
-- narrowed by: category, product, bank
WITH answered AS (
    SELECT
        answered_referrals.home_code,
        answered_referrals.referral_no,
        answered_referrals.decision,
        COALESCE(
            answered_referrals.decided_on, answered_referrals.visited_on, answered_referrals.accepted_on
        ) AS decided_on,
        CASE WHEN answered_referrals.reject_reason IS NOT NULL THEN answered_referrals.feedback_on END AS told_on,
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
    WHERE referrals.pushed_on >= $counted_from
),

cases AS (
    SELECT
        pushed.region_code,
        answered.decided_on + $grace_days AS asked_on,
        CASE WHEN answered.told_on < answered.decided_on THEN answered.decided_on ELSE answered.told_on END AS done_on,
        answered.batch_id,
        answered.source_row
    FROM pushed
    INNER JOIN answered
        ON pushed.home_code = answered.home_code AND pushed.referral_no = answered.referral_no
    WHERE answered.decision = 'rejected' AND answered.decided_on IS NOT NULL
)

SELECT
    region_code,
    asked_on AS from_on,
    done_on AS until_on,
    0 AS numerator,
    1 AS denominator,
    batch_id,
    source_row
FROM cases
WHERE done_on IS NULL OR asked_on < done_on
UNION ALL
SELECT
    region_code,
    done_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    1 AS denominator,
    batch_id,
    source_row
FROM cases
WHERE done_on IS NOT NULL
