-- purpose: loans of referrals pushed from $counted_from on that were handled in the village, of all whose place of
--     handling is known
-- params: counted_from DATE
-- tables: referrals, referral_outcomes, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH answered AS (
    SELECT
        regions.home_code,
        referral_outcomes.referral_no,
        referral_outcomes.disbursed_on,
        referral_outcomes.handled_place,
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
WHERE answered.turn = 1 AND answered.disbursed_on IS NOT NULL AND answered.handled_place IS NOT NULL
