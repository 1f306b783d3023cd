-- purpose: readings of one indicator on several rollup days for the regions named; NULL where nobody has reported
-- params: indicator_id TEXT, days LIST, region_codes LIST
-- tables: scoped_regions, scoped_reported, scoped_readings
-- returns: as_of, region_code, numerator, denominator, piece_rows, reported_rows, numerator_rows
WITH asked AS (
    SELECT UNNEST($days) AS as_of
),

said AS (
    SELECT
        scoped_readings.region_code,
        scoped_readings.as_of,
        scoped_readings.until_on,
        scoped_readings.numerator,
        scoped_readings.denominator,
        scoped_readings.piece_rows,
        scoped_readings.reported_rows,
        scoped_readings.numerator_rows
    FROM scoped_readings
    WHERE
        scoped_readings.indicator_id = $indicator_id
        AND scoped_readings.region_code IN (SELECT UNNEST($region_codes))
)

SELECT
    asked.as_of,
    scoped_regions.code AS region_code,
    CASE WHEN scoped_reported.region_code IS NOT NULL THEN COALESCE(said.numerator, 0) END AS numerator,
    CASE WHEN scoped_reported.region_code IS NOT NULL THEN COALESCE(said.denominator, 0) END AS denominator,
    COALESCE(said.piece_rows, 0) AS piece_rows,
    COALESCE(said.reported_rows, 0) AS reported_rows,
    COALESCE(said.numerator_rows, 0) AS numerator_rows
FROM scoped_regions
CROSS JOIN asked
LEFT JOIN scoped_reported
    ON
        scoped_regions.code = scoped_reported.region_code
        AND scoped_reported.indicator_id = $indicator_id
        AND scoped_reported.reported_from <= asked.as_of
LEFT JOIN said
    ON
        scoped_regions.code = said.region_code
        AND said.as_of <= asked.as_of
        AND said.until_on > asked.as_of
WHERE scoped_regions.code IN (SELECT UNNEST($region_codes))
ORDER BY asked.as_of, scoped_regions.code
