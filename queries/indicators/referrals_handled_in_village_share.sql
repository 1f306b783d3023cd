-- purpose: loans of referrals pushed from $counted_from on that were handled in the village, of all whose place of
--     handling is known
-- params: counted_from DATE
-- tables: referrals, regions, answered_referrals
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
-- narrowed by: category, product, bank
WITH answered AS (
    SELECT
        answered_referrals.home_code,
        answered_referrals.referral_no,
        answered_referrals.disbursed_on,
        answered_referrals.handled_place,
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
)

SELECT
    pushed.region_code,
    answered.disbursed_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    CASE WHEN answered.handled_place = 'village' THEN 1 ELSE 0 END AS numerator,
    1 AS denominator,
    answered.batch_id,
    answered.source_row
FROM pushed
INNER JOIN answered
    ON pushed.home_code = answered.home_code AND pushed.referral_no = answered.referral_no
WHERE answered.disbursed_on IS NOT NULL AND answered.handled_place IS NOT NULL
