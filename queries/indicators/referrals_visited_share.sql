-- purpose: referrals visited by the bank, of all pushed from $counted_from on. A referral is asked for from $grace_days
--     after its push, earlier where it was visited earlier; one without a visit stays in the base.
-- params: counted_from DATE, grace_days INTEGER
-- tables: referrals, regions, answered_referrals
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
-- narrowed by: category
WITH answered AS (
    SELECT
        answered_referrals.home_code,
        answered_referrals.referral_no,
        answered_referrals.visited_on,
        answered_referrals.batch_id,
        answered_referrals.source_row
    FROM answered_referrals
),

pushed AS (
    SELECT
        referrals.region_code,
        referrals.referral_no,
        referrals.pushed_on,
        regions.home_code,
        referrals.batch_id,
        referrals.source_row
    FROM referrals
    INNER JOIN regions
        ON referrals.region_code = regions.code
    WHERE referrals.pushed_on >= $counted_from
),

cases AS (
    SELECT
        pushed.region_code,
        pushed.pushed_on + $grace_days AS asked_on,
        CASE WHEN answered.visited_on < pushed.pushed_on THEN pushed.pushed_on ELSE answered.visited_on END AS done_on,
        pushed.batch_id,
        pushed.source_row
    FROM pushed
    LEFT JOIN answered
        ON
            pushed.home_code = answered.home_code
            AND pushed.referral_no = answered.referral_no
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
