-- purpose: sum the movements up the region tree and run them up over the rollup days. A reading stands from as_of
--     to the day before until_on; a day on which nothing changed has no row of its own.
-- params:
-- tables: deltas, rollup_days, region_closure
-- returns: indicator_id, region_code, as_of, until_on, numerator, denominator, piece_rows, reported_rows
WITH bucketed AS (
    SELECT
        deltas.indicator_id,
        deltas.region_code,
        deltas.above_level,
        rollup_days.as_of,
        SUM(deltas.numerator) AS numerator,
        SUM(deltas.denominator) AS denominator,
        SUM(deltas.piece_rows) AS piece_rows,
        SUM(deltas.reported_rows) AS reported_rows
    FROM deltas
    INNER JOIN rollup_days
        ON deltas.on_date > rollup_days.after_day AND deltas.on_date <= rollup_days.as_of
    GROUP BY deltas.indicator_id, deltas.region_code, deltas.above_level, rollup_days.as_of
),

summed AS (
    SELECT
        bucketed.indicator_id,
        region_closure.ancestor_code AS region_code,
        bucketed.as_of,
        SUM(bucketed.numerator) AS numerator,
        SUM(bucketed.denominator) AS denominator,
        SUM(bucketed.piece_rows) AS piece_rows,
        SUM(bucketed.reported_rows) AS reported_rows
    FROM bucketed
    INNER JOIN region_closure
        ON bucketed.region_code = region_closure.descendant_code
    WHERE region_closure.ancestor_level > bucketed.above_level
    GROUP BY bucketed.indicator_id, region_closure.ancestor_code, bucketed.as_of
)

SELECT
    summed.indicator_id,
    summed.region_code,
    summed.as_of,
    COALESCE(
        LEAD(summed.as_of) OVER (PARTITION BY summed.indicator_id, summed.region_code ORDER BY summed.as_of),
        DATE '9999-12-31'
    ) AS until_on,
    CAST(SUM(summed.numerator) OVER (
        PARTITION BY summed.indicator_id, summed.region_code
        ORDER BY summed.as_of
    ) AS BIGINT) AS numerator,
    CAST(SUM(summed.denominator) OVER (
        PARTITION BY summed.indicator_id, summed.region_code
        ORDER BY summed.as_of
    ) AS BIGINT) AS denominator,
    CAST(SUM(summed.piece_rows) OVER (
        PARTITION BY summed.indicator_id, summed.region_code
        ORDER BY summed.as_of
    ) AS BIGINT) AS piece_rows,
    CAST(SUM(summed.reported_rows) OVER (
        PARTITION BY summed.indicator_id, summed.region_code
        ORDER BY summed.as_of
    ) AS BIGINT) AS reported_rows
FROM summed
