-- purpose: fixed physical bank outlets that are open, and cash machines in use, CRS included
-- params:
-- tables: outlets, devices
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
-- narrowed by: bank, kind
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
    kind = 'branch'
    AND COALESCE(org_type, 'bank') = 'bank'
    AND opened_on IS NOT NULL
    AND (closed_on IS NULL OR opened_on < closed_on)
UNION ALL
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
    kind IN ('atm', 'crs')
    AND installed_on IS NOT NULL
    AND (removed_on IS NULL OR installed_on < removed_on)
