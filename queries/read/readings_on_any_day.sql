-- purpose: readings of several indicators on a day that is no rollup day, summed from the movements in one scan
-- params: indicator_ids LIST, as_of DATE, region_codes LIST
-- tables: scoped_regions, scoped_reported, scoped_deltas, scoped_closure
-- returns: indicator_id, region_code, numerator, denominator, piece_rows, reported_rows, numerator_rows
WITH asked AS (
    SELECT UNNEST($indicator_ids) AS indicator_id
),

places AS (
    SELECT scoped_regions.code AS region_code
    FROM scoped_regions
    WHERE scoped_regions.code IN (SELECT UNNEST($region_codes))
),

upper_regions AS (
    SELECT
        scoped_closure.ancestor_code,
        scoped_closure.ancestor_level,
        scoped_closure.descendant_code
    FROM scoped_closure
    WHERE scoped_closure.ancestor_code IN (SELECT UNNEST($region_codes))
),

summed AS (
    SELECT
        scoped_deltas.indicator_id,
        upper_regions.ancestor_code AS region_code,
        CAST(SUM(scoped_deltas.numerator) AS BIGINT) AS numerator,
        CAST(SUM(scoped_deltas.denominator) AS BIGINT) AS denominator,
        CAST(SUM(scoped_deltas.piece_rows) AS BIGINT) AS piece_rows,
        CAST(SUM(scoped_deltas.reported_rows) AS BIGINT) AS reported_rows,
        CAST(SUM(scoped_deltas.numerator_rows) AS BIGINT) AS numerator_rows
    FROM scoped_deltas
    INNER JOIN upper_regions
        ON scoped_deltas.region_code = upper_regions.descendant_code
    WHERE
        scoped_deltas.indicator_id IN (SELECT UNNEST($indicator_ids))
        AND scoped_deltas.on_date <= $as_of
        AND upper_regions.ancestor_level > scoped_deltas.above_level
    GROUP BY scoped_deltas.indicator_id, upper_regions.ancestor_code
)

SELECT
    asked.indicator_id,
    places.region_code,
    CASE WHEN scoped_reported.region_code IS NOT NULL THEN COALESCE(summed.numerator, 0) END AS numerator,
    CASE WHEN scoped_reported.region_code IS NOT NULL THEN COALESCE(summed.denominator, 0) END AS denominator,
    COALESCE(summed.piece_rows, 0) AS piece_rows,
    COALESCE(summed.reported_rows, 0) AS reported_rows,
    COALESCE(summed.numerator_rows, 0) AS numerator_rows
FROM places
CROSS JOIN asked
LEFT JOIN scoped_reported
    ON
        places.region_code = scoped_reported.region_code
        AND asked.indicator_id = scoped_reported.indicator_id
        AND scoped_reported.reported_from <= $as_of
LEFT JOIN summed
    ON
        places.region_code = summed.region_code
        AND asked.indicator_id = summed.indicator_id
ORDER BY asked.indicator_id, places.region_code
