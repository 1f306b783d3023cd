-- purpose: eligible persons referred; a person counts once per county from $counted_from on
-- params: counted_from DATE
-- tables: referrals, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH pushed AS (
    SELECT
        referrals.region_code,
        referrals.pushed_on,
        referrals.batch_id,
        referrals.source_row,
        ROW_NUMBER() OVER (
            PARTITION BY regions.home_code, referrals.person_key
            ORDER BY referrals.pushed_on, referrals.batch_id, referrals.source_row
        ) AS turn
    FROM referrals
    INNER JOIN regions
        ON referrals.region_code = regions.code
    WHERE
        referrals.eligible
        AND referrals.pushed_on >= $counted_from
        AND referrals.person_key IS NOT NULL
)

SELECT
    region_code,
    pushed_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM pushed
WHERE turn = 1
