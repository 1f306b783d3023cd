-- purpose: what pieces come to on several days for the regions named, part by part: a row where something has changed
--     since the day before of those asked for. The pieces (`scoped_pieces`) are those of an indicator's statement, put
--     in front, each with the part of the records it belongs to
-- params: asked_days LIST, region_codes LIST
-- tables: scoped_pieces, scoped_closure
-- returns: part, region_code, as_of, numerator, denominator, piece_rows, numerator_rows
WITH days AS (
    SELECT UNNEST($asked_days) AS as_of
),

movements AS (
    SELECT
        scoped_pieces.part,
        scoped_pieces.region_code,
        scoped_pieces.from_on AS on_date,
        scoped_pieces.numerator,
        COALESCE(scoped_pieces.denominator, 0) AS denominator,
        1 AS piece_rows,
        CASE WHEN scoped_pieces.numerator <> 0 THEN 1 ELSE 0 END AS numerator_rows
    FROM scoped_pieces
    UNION ALL
    SELECT
        scoped_pieces.part,
        scoped_pieces.region_code,
        scoped_pieces.until_on AS on_date,
        -scoped_pieces.numerator AS numerator,
        -COALESCE(scoped_pieces.denominator, 0) AS denominator,
        -1 AS piece_rows,
        CASE WHEN scoped_pieces.numerator <> 0 THEN -1 ELSE 0 END AS numerator_rows
    FROM scoped_pieces
    WHERE scoped_pieces.until_on IS NOT NULL
),

by_place AS (
    SELECT
        movements.part,
        movements.region_code,
        days.as_of,
        SUM(movements.numerator) AS numerator,
        SUM(movements.denominator) AS denominator,
        SUM(movements.piece_rows) AS piece_rows,
        SUM(movements.numerator_rows) AS numerator_rows
    FROM movements
    ASOF INNER JOIN days
        ON movements.on_date <= days.as_of
    GROUP BY movements.part, movements.region_code, days.as_of
),

by_region AS (
    SELECT
        by_place.part,
        scoped_closure.ancestor_code AS region_code,
        by_place.as_of,
        SUM(by_place.numerator) AS numerator,
        SUM(by_place.denominator) AS denominator,
        SUM(by_place.piece_rows) AS piece_rows,
        SUM(by_place.numerator_rows) AS numerator_rows
    FROM by_place
    INNER JOIN scoped_closure
        ON by_place.region_code = scoped_closure.descendant_code
    WHERE scoped_closure.ancestor_code IN (SELECT UNNEST($region_codes))
    GROUP BY by_place.part, scoped_closure.ancestor_code, by_place.as_of
)

SELECT
    by_region.part,
    by_region.region_code,
    by_region.as_of,
    CAST(SUM(by_region.numerator) OVER so_far AS BIGINT) AS numerator,
    CAST(SUM(by_region.denominator) OVER so_far AS BIGINT) AS denominator,
    CAST(SUM(by_region.piece_rows) OVER so_far AS BIGINT) AS piece_rows,
    CAST(SUM(by_region.numerator_rows) OVER so_far AS BIGINT) AS numerator_rows
FROM by_region
WINDOW so_far AS (PARTITION BY by_region.part, by_region.region_code ORDER BY by_region.as_of)
ORDER BY by_region.part, by_region.region_code, by_region.as_of
