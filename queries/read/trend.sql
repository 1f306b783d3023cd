-- purpose: every reading of one indicator and region up to a day, oldest first
-- params: indicator_id TEXT, region_code TEXT, as_of DATE
-- tables: scoped_readings
-- returns: as_of, numerator, denominator, piece_rows
SELECT
    scoped_readings.as_of,
    scoped_readings.numerator,
    scoped_readings.denominator,
    scoped_readings.piece_rows
FROM scoped_readings
WHERE
    scoped_readings.indicator_id = $indicator_id
    AND scoped_readings.region_code = $region_code
    AND scoped_readings.as_of <= $as_of
ORDER BY scoped_readings.as_of
