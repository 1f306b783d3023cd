-- purpose: households that are out of poverty but unstable, while they are on the list as such
-- params:
-- tables: households
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    valid_from AS from_on,
    valid_to AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM households
WHERE kind = 'unstable' AND valid_from IS NOT NULL AND (valid_to IS NULL OR valid_from < valid_to)
