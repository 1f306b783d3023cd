-- purpose: indicators whose last reading of the whole country is not the sum of all movements up to it (must be none)
-- params:
-- tables: deltas, readings, rollup_days, region_closure
-- returns: indicator_id, moved, said
WITH last_day AS (
    SELECT MAX(as_of) AS as_of FROM rollup_days
),

moved AS (
    SELECT
        deltas.indicator_id,
        CAST(SUM(deltas.numerator) AS BIGINT) AS numerator
    FROM deltas
    CROSS JOIN last_day
    WHERE deltas.on_date <= last_day.as_of AND deltas.above_level < 0
    GROUP BY deltas.indicator_id
),

said AS (
    SELECT
        readings.indicator_id,
        readings.numerator
    FROM readings
    CROSS JOIN last_day
    WHERE
        readings.as_of <= last_day.as_of
        AND readings.until_on > last_day.as_of
        AND readings.region_code IN (
            SELECT region_closure.ancestor_code FROM region_closure
            WHERE region_closure.ancestor_level = 0
        )
)

SELECT
    moved.indicator_id,
    moved.numerator AS moved,
    said.numerator AS said
FROM moved
LEFT JOIN said
    ON moved.indicator_id = said.indicator_id
WHERE said.numerator IS NULL OR moved.numerator <> said.numerator
