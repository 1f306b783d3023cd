-- purpose: the regions that lie inside the region of a batch of an indicator's ledger, from the first day it speaks of:
--     there the records count, a filled-in figure no longer does
-- params:
-- tables: indicator_batches, region_closure
-- returns: indicator_id, region_code, covered_from
SELECT
    indicator_batches.indicator_id,
    region_closure.descendant_code AS region_code,
    MIN(indicator_batches.reported_from) AS covered_from
FROM indicator_batches
INNER JOIN region_closure
    ON indicator_batches.region_code = region_closure.ancestor_code
GROUP BY indicator_batches.indicator_id, region_closure.descendant_code
