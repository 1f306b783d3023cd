-- purpose: cash machines in use, CRS included
-- params:
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
WHERE kind IN ('atm', 'crs') AND installed_on IS NOT NULL
