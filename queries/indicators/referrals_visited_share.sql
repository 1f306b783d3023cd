-- purpose: referrals visited by the bank, of all pushed from $counted_from on. A referral is asked for from $grace_days
--     after its push, earlier where it was visited earlier; one without a visit stays in the base.
-- params: counted_from DATE, grace_days INTEGER
-- tables: referrals, referral_outcomes, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH answered AS (
    SELECT
        regions.home_code,
        referral_outcomes.referral_no,
        referral_outcomes.visited_on,
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
            AND answered.turn = 1
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
