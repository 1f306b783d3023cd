-- purpose: entries of several kinds in the general register, while they hold; $kinds is |one|other|
-- params: kinds TEXT
-- tables: registers
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    from_on,
    to_on AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM registers
WHERE
    from_on IS NOT NULL
    AND POSITION('|' || kind || '|' IN $kinds) > 0
    AND (to_on IS NULL OR from_on < to_on)
