-- purpose: turn pieces into movements: a piece comes on its first day and goes on the day after its last
-- params:
-- tables: pieces
-- returns: indicator_id, region_code, above_level, on_date, numerator, denominator, piece_rows, reported_rows
SELECT
    movement.indicator_id,
    movement.region_code,
    movement.above_level,
    movement.on_date,
    CAST(SUM(movement.numerator) AS BIGINT) AS numerator,
    CAST(SUM(movement.denominator) AS BIGINT) AS denominator,
    CAST(SUM(movement.piece_rows) AS BIGINT) AS piece_rows,
    CAST(SUM(movement.reported_rows) AS BIGINT) AS reported_rows
FROM (
    SELECT
        indicator_id,
        region_code,
        above_level,
        from_on AS on_date,
        numerator,
        COALESCE(denominator, 0) AS denominator,
        1 AS piece_rows,
        is_reported AS reported_rows
    FROM pieces
    WHERE until_on IS NULL OR from_on < until_on
    UNION ALL
    SELECT
        indicator_id,
        region_code,
        above_level,
        until_on AS on_date,
        -numerator AS numerator,
        -COALESCE(denominator, 0) AS denominator,
        -1 AS piece_rows,
        -is_reported AS reported_rows
    FROM pieces
    WHERE from_on < until_on
) AS movement
GROUP BY movement.indicator_id, movement.region_code, movement.above_level, movement.on_date
