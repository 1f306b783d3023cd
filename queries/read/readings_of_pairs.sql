-- purpose: readings of pairs of indicator and rollup day for the regions named; NULL where nobody has reported
--     (an ASOF join: a reading stands until the next of the same region)
-- params: indicator_ids LIST, days LIST, region_codes LIST
-- tables: scoped_regions, scoped_reported, scoped_readings
-- returns: indicator_id, as_of, region_code, numerator, denominator, piece_rows, reported_rows, numerator_rows
WITH asked AS (
    SELECT
        UNNEST($indicator_ids) AS indicator_id,
        UNNEST($days) AS as_of
),

places AS (
    SELECT
        asked.indicator_id,
        asked.as_of,
        scoped_regions.code AS region_code
    FROM scoped_regions
    CROSS JOIN asked
    WHERE scoped_regions.code IN (SELECT UNNEST($region_codes))
),

said AS (
    SELECT
        scoped_readings.indicator_id,
        scoped_readings.region_code,
        scoped_readings.as_of,
        scoped_readings.numerator,
        scoped_readings.denominator,
        scoped_readings.piece_rows,
        scoped_readings.reported_rows,
        scoped_readings.numerator_rows
    FROM scoped_readings
    WHERE
        scoped_readings.indicator_id IN (SELECT UNNEST($indicator_ids))
        AND scoped_readings.region_code IN (SELECT UNNEST($region_codes))
)

SELECT
    places.indicator_id,
    places.as_of,
    places.region_code,
    CASE WHEN scoped_reported.reported_from <= places.as_of THEN COALESCE(said.numerator, 0) END AS numerator,
    CASE WHEN scoped_reported.reported_from <= places.as_of THEN COALESCE(said.denominator, 0) END AS denominator,
    COALESCE(said.piece_rows, 0) AS piece_rows,
    COALESCE(said.reported_rows, 0) AS reported_rows,
    COALESCE(said.numerator_rows, 0) AS numerator_rows
FROM places
ASOF LEFT JOIN said
    ON
        places.indicator_id = said.indicator_id
        AND places.region_code = said.region_code
        AND places.as_of >= said.as_of
LEFT JOIN scoped_reported
    ON
        places.region_code = scoped_reported.region_code
        AND places.indicator_id = scoped_reported.indicator_id
ORDER BY places.indicator_id, places.as_of, places.region_code
