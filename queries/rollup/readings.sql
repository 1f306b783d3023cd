-- purpose: sum the movements up the region tree and run them up over the rollup days. A reading stands from as_of
--     to the day before until_on; a day on which nothing changed has no row of its own. The order changes no answer:
--     one map reads one indicator at one level, so those rows lie together and the rest of the file is passed over.
-- params:
-- tables: deltas, rollup_days, region_closure
-- returns: indicator_id, region_code, as_of, until_on, numerator, denominator, piece_rows, reported_rows,
--     numerator_rows
WITH days AS (
    SELECT
        moved.on_date,
        rollup_days.as_of
    FROM (SELECT DISTINCT on_date FROM deltas) AS moved
    INNER JOIN rollup_days
        ON moved.on_date > rollup_days.after_day AND moved.on_date <= rollup_days.as_of
),

bucketed AS (
    SELECT
        deltas.indicator_id,
        deltas.region_code,
        deltas.above_level,
        days.as_of,
        SUM(deltas.numerator) AS numerator,
        SUM(deltas.denominator) AS denominator,
        SUM(deltas.piece_rows) AS piece_rows,
        SUM(deltas.reported_rows) AS reported_rows,
        SUM(deltas.numerator_rows) AS numerator_rows
    FROM deltas
    INNER JOIN days
        ON deltas.on_date = days.on_date
    GROUP BY deltas.indicator_id, deltas.region_code, deltas.above_level, days.as_of
),

summed AS (
    SELECT
        bucketed.indicator_id,
        region_closure.ancestor_code AS region_code,
        region_closure.ancestor_level AS region_level,
        bucketed.as_of,
        SUM(bucketed.numerator) AS numerator,
        SUM(bucketed.denominator) AS denominator,
        SUM(bucketed.piece_rows) AS piece_rows,
        SUM(bucketed.reported_rows) AS reported_rows,
        SUM(bucketed.numerator_rows) AS numerator_rows
    FROM bucketed
    INNER JOIN region_closure
        ON bucketed.region_code = region_closure.descendant_code
    WHERE region_closure.ancestor_level > bucketed.above_level
    GROUP BY bucketed.indicator_id, region_closure.ancestor_code, region_closure.ancestor_level, bucketed.as_of
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
    ) AS BIGINT) AS reported_rows,
    CAST(SUM(summed.numerator_rows) OVER (
        PARTITION BY summed.indicator_id, summed.region_code
        ORDER BY summed.as_of
    ) AS BIGINT) AS numerator_rows
FROM summed
ORDER BY summed.indicator_id, summed.region_level, summed.region_code, summed.as_of
