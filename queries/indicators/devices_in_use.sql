-- purpose: devices of some kinds in use; $kinds is |one|other|
-- params: kinds TEXT
-- tables: devices
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    installed_on AS from_on,
    removed_on AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM devices
WHERE
    installed_on IS NOT NULL
    AND POSITION('|' || kind || '|' IN $kinds) > 0
    AND (removed_on IS NULL OR installed_on < removed_on)
