-- purpose: households visited, each once per county on the day of the first visit of the kind
-- params: kind TEXT
-- tables: visits, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH paid AS (
    SELECT
        visits.region_code,
        visits.visited_on,
        visits.batch_id,
        visits.source_row,
        ROW_NUMBER() OVER (
            PARTITION BY regions.home_code, visits.household_no
            ORDER BY visits.visited_on, visits.batch_id, visits.source_row
        ) AS turn
    FROM visits
    INNER JOIN regions
        ON visits.region_code = regions.code
    WHERE visits.kind = $kind AND visits.household_no IS NOT NULL AND visits.visited_on IS NOT NULL
)

SELECT
    region_code,
    visited_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM paid
WHERE turn = 1
