-- purpose: entries of one kind in the general register, while they hold
-- params: kind TEXT
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
    kind = $kind
    AND from_on IS NOT NULL
    AND (to_on IS NULL OR from_on < to_on)
