-- purpose: POS terminals in use and service points open
-- params:
-- tables: devices, service_points
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
    kind = 'pos'
    AND installed_on IS NOT NULL
    AND (removed_on IS NULL OR installed_on < removed_on)
UNION ALL
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
    AND (closed_on IS NULL OR opened_on < closed_on)
