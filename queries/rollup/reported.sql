-- purpose: which region has reported an indicator, and from which day: a batch of the ledger reports for its region,
--     all inside it and, in part, all above; a figure filled in reports for its own region and, in part, all above
-- params:
-- tables: reported_by_records, reported_figures, region_closure
-- returns: indicator_id, region_code, reported_from
SELECT
    told.indicator_id,
    told.region_code,
    MIN(told.reported_from) AS reported_from
FROM (
    SELECT
        indicator_id,
        region_code,
        reported_from
    FROM reported_by_records
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
