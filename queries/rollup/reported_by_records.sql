-- purpose: the regions for which batches of an indicator's ledger were brought in, with the first day they speak of
-- params:
-- tables: indicator_batches, region_closure
-- returns: indicator_id, region_code, reported_from
SELECT
    covered.indicator_id,
    covered.region_code,
    MIN(covered.reported_from) AS reported_from
FROM (
    SELECT
        indicator_batches.indicator_id,
        region_closure.descendant_code AS region_code,
        indicator_batches.reported_from
    FROM indicator_batches
    INNER JOIN region_closure
        ON indicator_batches.region_code = region_closure.ancestor_code
    UNION ALL
    SELECT
        indicator_batches.indicator_id,
        region_closure.ancestor_code AS region_code,
        indicator_batches.reported_from
    FROM indicator_batches
    INNER JOIN region_closure
        ON indicator_batches.region_code = region_closure.descendant_code
) AS covered
GROUP BY covered.indicator_id, covered.region_code
