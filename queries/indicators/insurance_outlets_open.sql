-- purpose: outlets of insurers that are open
-- params:
-- tables: outlets
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    opened_on AS from_on,
    closed_on AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM outlets
WHERE
    org_type = 'insurance'
    AND opened_on IS NOT NULL
    AND (closed_on IS NULL OR opened_on < closed_on)
