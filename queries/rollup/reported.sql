-- purpose: which region has reported an indicator, and from which day: a batch of the ledger reports for its own
--     region, all inside it and, in part, all above, but records kept by county say nothing of a township without
--     its own; a figure filled in reports for its own region and, in part, all above
-- params:
-- tables: covered_by_records, indicator_batches, reported_figures, region_closure, deltas
-- returns: indicator_id, region_code, reported_from
WITH kept_above AS (
    SELECT DISTINCT
        deltas.indicator_id,
        region_closure.descendant_code AS region_code
    FROM deltas
    INNER JOIN region_closure
        ON deltas.region_code = region_closure.ancestor_code
    WHERE deltas.reported_rows = 0 AND region_closure.descendant_code <> deltas.region_code
),

kept_here AS (
    SELECT DISTINCT
        deltas.indicator_id,
        region_closure.ancestor_code AS region_code
    FROM deltas
    INNER JOIN region_closure
        ON deltas.region_code = region_closure.descendant_code
    WHERE deltas.reported_rows = 0
),

by_records AS (
    SELECT
        covered_by_records.indicator_id,
        covered_by_records.region_code,
        covered_by_records.covered_from AS reported_from
    FROM covered_by_records
    LEFT JOIN kept_above
        ON
            covered_by_records.indicator_id = kept_above.indicator_id
            AND covered_by_records.region_code = kept_above.region_code
    LEFT JOIN kept_here
        ON
            covered_by_records.indicator_id = kept_here.indicator_id
            AND covered_by_records.region_code = kept_here.region_code
    WHERE kept_above.region_code IS NULL OR kept_here.region_code IS NOT NULL
    UNION ALL
    SELECT
        indicator_batches.indicator_id,
        region_closure.ancestor_code AS region_code,
        indicator_batches.reported_from
    FROM indicator_batches
    INNER JOIN region_closure
        ON indicator_batches.region_code = region_closure.descendant_code
)

SELECT
    told.indicator_id,
    told.region_code,
    MIN(told.reported_from) AS reported_from
FROM (
    SELECT
        indicator_id,
        region_code,
        reported_from
    FROM by_records
    UNION ALL
    SELECT
        reported_figures.indicator AS indicator_id,
        region_closure.ancestor_code AS region_code,
        reported_figures.as_of AS reported_from
    FROM reported_figures
    INNER JOIN region_closure
        ON reported_figures.region_code = region_closure.descendant_code
    WHERE reported_figures.numerator IS NOT NULL
) AS told
GROUP BY told.indicator_id, told.region_code
ORDER BY told.indicator_id, told.region_code
