-- purpose: households that were given animals of one kind; a household counts once per county, when first given some
-- params: kind TEXT
-- tables: grants, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH given AS (
    SELECT
        grants.region_code,
        grants.granted_on,
        grants.batch_id,
        grants.source_row,
        ROW_NUMBER() OVER (
            PARTITION BY regions.home_code, grants.household_no
            ORDER BY grants.granted_on, grants.batch_id, grants.source_row
        ) AS turn
    FROM grants
    INNER JOIN regions
        ON grants.region_code = regions.code
    WHERE grants.kind = $kind AND grants.granted_on IS NOT NULL AND grants.household_no IS NOT NULL
)

SELECT
    region_code,
    granted_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM given
WHERE turn = 1
