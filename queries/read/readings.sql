-- purpose: readings of one indicator on a rollup day for the regions named; NULL where nobody has reported
-- params: indicator_id TEXT, as_of DATE, region_codes LIST
-- tables: scoped_regions, scoped_reported, scoped_readings
-- returns: region_code, numerator, denominator, piece_rows, reported_rows, numerator_rows
SELECT
    scoped_regions.code AS region_code,
    CASE WHEN scoped_reported.region_code IS NOT NULL THEN COALESCE(scoped_readings.numerator, 0) END AS numerator,
    CASE WHEN scoped_reported.region_code IS NOT NULL THEN COALESCE(scoped_readings.denominator, 0) END AS denominator,
    COALESCE(scoped_readings.piece_rows, 0) AS piece_rows,
    COALESCE(scoped_readings.reported_rows, 0) AS reported_rows,
    COALESCE(scoped_readings.numerator_rows, 0) AS numerator_rows
FROM scoped_regions
LEFT JOIN scoped_reported
    ON
        scoped_regions.code = scoped_reported.region_code
        AND scoped_reported.indicator_id = $indicator_id
        AND scoped_reported.reported_from <= $as_of
LEFT JOIN scoped_readings
    ON
        scoped_regions.code = scoped_readings.region_code
        AND scoped_readings.indicator_id = $indicator_id
        AND scoped_readings.as_of <= $as_of
        AND scoped_readings.until_on > $as_of
WHERE scoped_regions.code IN (SELECT UNNEST($region_codes))
ORDER BY scoped_regions.code
