-- purpose: the same as readings, for a day that is not a rollup day: summed from the movements
-- params: indicator_id TEXT, as_of DATE, region_codes LIST
-- tables: scoped_regions, scoped_reported, scoped_deltas, scoped_closure
-- returns: region_code, numerator, denominator, piece_rows, reported_rows, numerator_rows
WITH summed AS (
    SELECT
        scoped_closure.ancestor_code AS region_code,
        CAST(SUM(scoped_deltas.numerator) AS BIGINT) AS numerator,
        CAST(SUM(scoped_deltas.denominator) AS BIGINT) AS denominator,
        CAST(SUM(scoped_deltas.piece_rows) AS BIGINT) AS piece_rows,
        CAST(SUM(scoped_deltas.reported_rows) AS BIGINT) AS reported_rows,
        CAST(SUM(scoped_deltas.numerator_rows) AS BIGINT) AS numerator_rows
    FROM scoped_deltas
    INNER JOIN scoped_closure
        ON scoped_deltas.region_code = scoped_closure.descendant_code
    WHERE
        scoped_deltas.indicator_id = $indicator_id
        AND scoped_deltas.on_date <= $as_of
        AND scoped_closure.ancestor_level > scoped_deltas.above_level
        AND scoped_closure.ancestor_code IN (SELECT UNNEST($region_codes))
    GROUP BY scoped_closure.ancestor_code
)

SELECT
    scoped_regions.code AS region_code,
    CASE WHEN scoped_reported.region_code IS NOT NULL THEN COALESCE(summed.numerator, 0) END AS numerator,
    CASE WHEN scoped_reported.region_code IS NOT NULL THEN COALESCE(summed.denominator, 0) END AS denominator,
    COALESCE(summed.piece_rows, 0) AS piece_rows,
    COALESCE(summed.reported_rows, 0) AS reported_rows,
    COALESCE(summed.numerator_rows, 0) AS numerator_rows
FROM scoped_regions
LEFT JOIN scoped_reported
    ON
        scoped_regions.code = scoped_reported.region_code
        AND scoped_reported.indicator_id = $indicator_id
        AND scoped_reported.reported_from <= $as_of
LEFT JOIN summed
    ON scoped_regions.code = summed.region_code
WHERE scoped_regions.code IN (SELECT UNNEST($region_codes))
ORDER BY scoped_regions.code
