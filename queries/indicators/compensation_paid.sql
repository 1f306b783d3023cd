-- purpose: money the risk fund paid for overdue loans, by the day it was paid
-- params:
-- tables: compensation_claims
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    paid_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    paid_fen AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM compensation_claims
WHERE paid_on IS NOT NULL AND paid_fen IS NOT NULL
