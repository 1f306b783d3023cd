-- purpose: money spent on animals handed out and the households they went to, a household once per county
-- params: kind TEXT
-- tables: grants, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH given AS (
    SELECT
        grants.region_code,
        grants.granted_on,
        grants.cost_fen,
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
    COALESCE(cost_fen, 0) AS numerator,
    CASE WHEN turn = 1 THEN 1 ELSE 0 END AS denominator,
    batch_id,
    source_row
FROM given
