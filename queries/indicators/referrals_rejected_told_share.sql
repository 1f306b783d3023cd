-- purpose: rejected referrals whose applicant was told the reason, of all rejected among those pushed from
--     $counted_from on. A rejection is asked for from $grace_days after the decision, earlier where it was told
--     earlier; told is one with a reason and a day of feedback.
-- params: counted_from DATE, grace_days INTEGER
-- tables: referrals, referral_outcomes, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH answered AS (
    SELECT
        regions.home_code,
        referral_outcomes.referral_no,
        referral_outcomes.decision,
        COALESCE(
            referral_outcomes.decided_on, referral_outcomes.visited_on, referral_outcomes.accepted_on
        ) AS decided_on,
        CASE WHEN referral_outcomes.reject_reason IS NOT NULL THEN referral_outcomes.feedback_on END AS told_on,
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
    WHERE answered.turn = 1 AND answered.decision = 'rejected' AND answered.decided_on IS NOT NULL
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
