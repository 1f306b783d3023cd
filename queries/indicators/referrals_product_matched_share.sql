-- purpose: qualified referrals matched with a product, of all qualified ones pushed from $counted_from on. A referral
--     is known to be qualified from the visit on, without one from the day the bank accepted it.
-- params: counted_from DATE
-- tables: referrals, referral_outcomes, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH answered AS (
    SELECT
        regions.home_code,
        referral_outcomes.referral_no,
        referral_outcomes.qualified,
        referral_outcomes.matched_product,
        COALESCE(referral_outcomes.visited_on, referral_outcomes.accepted_on) AS known_on,
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
        regions.home_code
    FROM referrals
    INNER JOIN regions
        ON referrals.region_code = regions.code
    WHERE referrals.pushed_on >= $counted_from
)

SELECT
    pushed.region_code,
    GREATEST(pushed.pushed_on, answered.known_on) AS from_on,
    CAST(NULL AS DATE) AS until_on,
    CASE WHEN answered.matched_product IS NULL THEN 0 ELSE 1 END AS numerator,
    1 AS denominator,
    answered.batch_id,
    answered.source_row
FROM pushed
INNER JOIN answered
    ON pushed.home_code = answered.home_code AND pushed.referral_no = answered.referral_no
WHERE answered.turn = 1 AND answered.qualified AND answered.known_on IS NOT NULL
