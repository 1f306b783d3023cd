-- purpose: service points of some kinds that are open; $kinds is |one|other|
-- params: kinds TEXT
-- tables: service_points
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    opened_on AS from_on,
    closed_on AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM service_points
WHERE
    opened_on IS NOT NULL
    AND POSITION('|' || kind || '|' IN $kinds) > 0
    AND (closed_on IS NULL OR opened_on < closed_on)
