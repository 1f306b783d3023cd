-- purpose: guarantees given of guarantees asked for since $counted_from; open requests are among them
-- params: counted_from DATE
-- tables: guarantees
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    requested_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    0 AS numerator,
    1 AS denominator,
    batch_id,
    source_row
FROM guarantees
WHERE requested_on >= $counted_from
UNION ALL
SELECT
    region_code,
    GREATEST(requested_on, granted_on) AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM guarantees
WHERE requested_on >= $counted_from AND granted_on IS NOT NULL
