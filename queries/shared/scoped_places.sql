-- purpose: places where service is given, of all four ledgers of places: one row a place, open, suspended or closed
-- params:
-- tables: scoped_outlets, scoped_devices, scoped_service_points, scoped_post_stations
-- returns: ledger, kind, place_no, name, organisation, region_code, opened_on, suspended_on, resumed_on, closed_on,
--     longitude, latitude, barrier_free
SELECT
    'outlets' AS ledger,
    CASE WHEN org_type = 'insurance' THEN 'insurance' ELSE kind END AS kind,
    outlet_no AS place_no,
    name,
    bank AS organisation,
    region_code,
    opened_on,
    CAST(NULL AS DATE) AS suspended_on,
    CAST(NULL AS DATE) AS resumed_on,
    closed_on,
    longitude,
    latitude,
    barrier_free
FROM scoped_outlets
UNION ALL
SELECT
    'devices' AS ledger,
    kind,
    device_no AS place_no,
    CAST(NULL AS VARCHAR) AS name,
    bank AS organisation,
    region_code,
    installed_on AS opened_on,
    CAST(NULL AS DATE) AS suspended_on,
    CAST(NULL AS DATE) AS resumed_on,
    removed_on AS closed_on,
    longitude,
    latitude,
    CAST(NULL AS BOOLEAN) AS barrier_free
FROM scoped_devices
UNION ALL
SELECT
    'service_points' AS ledger,
    kind,
    point_no AS place_no,
    name,
    reported_by AS organisation,
    region_code,
    opened_on,
    CAST(NULL AS DATE) AS suspended_on,
    CAST(NULL AS DATE) AS resumed_on,
    closed_on,
    longitude,
    latitude,
    CAST(NULL AS BOOLEAN) AS barrier_free
FROM scoped_service_points
UNION ALL
SELECT
    'post_stations' AS ledger,
    'post_station' AS kind,
    station_no AS place_no,
    name,
    COALESCE(operator, reported_by) AS organisation,
    region_code,
    opened_on,
    suspended_on,
    resumed_on,
    closed_on,
    longitude,
    latitude,
    CAST(NULL AS BOOLEAN) AS barrier_free
FROM scoped_post_stations
