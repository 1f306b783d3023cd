-- purpose: turn pieces into movements: a piece comes on its first day and goes on the day after its last
-- params:
-- tables: pieces, stretches
-- returns: indicator_id, region_code, above_level, on_date, numerator, denominator, piece_rows, reported_rows,
--     numerator_rows
WITH cut_pieces AS (
    SELECT
        pieces.indicator_id,
        pieces.region_code,
        COALESCE(stretches.above_level, -1) AS above_level,
        GREATEST(pieces.from_on, stretches.from_on) AS from_on,
        LEAST(pieces.until_on, stretches.until_on) AS until_on,
        pieces.numerator,
        COALESCE(pieces.denominator, 0) AS denominator,
        pieces.is_reported
    FROM pieces
    LEFT JOIN stretches
        ON
            pieces.indicator_id = stretches.indicator_id
            AND pieces.region_code = stretches.region_code
            AND (pieces.until_on IS NULL OR stretches.from_on < pieces.until_on)
            AND (stretches.until_on IS NULL OR pieces.from_on < stretches.until_on)
),

movement AS (
    SELECT
        indicator_id,
        region_code,
        above_level,
        from_on AS on_date,
        numerator,
        denominator,
        1 AS piece_rows,
        is_reported AS reported_rows,
        CASE WHEN numerator <> 0 THEN 1 ELSE 0 END AS numerator_rows
    FROM cut_pieces
    WHERE until_on IS NULL OR from_on < until_on
    UNION ALL
    SELECT
        indicator_id,
        region_code,
        above_level,
        until_on AS on_date,
        -numerator AS numerator,
        -denominator AS denominator,
        -1 AS piece_rows,
        -is_reported AS reported_rows,
        CASE WHEN numerator <> 0 THEN -1 ELSE 0 END AS numerator_rows
    FROM cut_pieces
    WHERE from_on < until_on
)

SELECT
    movement.indicator_id,
    movement.region_code,
    movement.above_level,
    movement.on_date,
    CAST(SUM(movement.numerator) AS BIGINT) AS numerator,
    CAST(SUM(movement.denominator) AS BIGINT) AS denominator,
    CAST(SUM(movement.piece_rows) AS BIGINT) AS piece_rows,
    CAST(SUM(movement.reported_rows) AS BIGINT) AS reported_rows,
    CAST(SUM(movement.numerator_rows) AS BIGINT) AS numerator_rows
FROM movement
GROUP BY movement.indicator_id, movement.region_code, movement.above_level, movement.on_date
ORDER BY movement.indicator_id, movement.region_code, movement.on_date
