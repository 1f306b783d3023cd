-- purpose: findings of some kinds in inspections, by the day of the inspection; $findings is |one|other|
-- params: findings TEXT
-- tables: use_inspections
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    inspected_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM use_inspections
WHERE inspected_on IS NOT NULL AND POSITION('|' || finding || '|' IN $findings) > 0
