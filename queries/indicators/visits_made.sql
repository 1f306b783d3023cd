-- purpose: visits of one kind, each on its day
-- params: kind TEXT
-- tables: visits
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    visited_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM visits
WHERE kind = $kind AND visited_on IS NOT NULL
