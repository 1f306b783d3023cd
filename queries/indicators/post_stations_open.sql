-- purpose: post stations open; a suspended one does not count until it resumes
-- params:
-- tables: post_stations
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    opened_on AS from_on,
    LEAST(suspended_on, closed_on) AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM post_stations
WHERE
    opened_on IS NOT NULL
    AND (suspended_on IS NULL OR opened_on < suspended_on)
    AND (closed_on IS NULL OR opened_on < closed_on)
UNION ALL
SELECT
    region_code,
    GREATEST(opened_on, resumed_on) AS from_on,
    closed_on AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM post_stations
WHERE
    opened_on IS NOT NULL
    AND suspended_on IS NOT NULL
    AND resumed_on IS NOT NULL
    AND (closed_on IS NULL OR (opened_on < closed_on AND resumed_on < closed_on))
