-- purpose: qualified referrals matched with a product, of all qualified ones pushed from $counted_from on. A referral
--     is known to be qualified from the visit on, without one from the day the bank accepted it.
-- params: counted_from DATE
-- tables: referrals, regions, answered_referrals
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
-- narrowed by: category, bank
WITH answered AS (
    SELECT
        answered_referrals.home_code,
        answered_referrals.referral_no,
        answered_referrals.qualified,
        answered_referrals.matched_product,
        COALESCE(answered_referrals.visited_on, answered_referrals.accepted_on) AS known_on,
        answered_referrals.batch_id,
        answered_referrals.source_row
    FROM answered_referrals
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
WHERE answered.qualified AND answered.known_on IS NOT NULL
