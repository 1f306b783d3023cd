-- purpose: interest to be subsidised, by the day it is payable, paid or not
-- params:
-- tables: subsidy_lines
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    payable_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    interest_fen AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM subsidy_lines
WHERE payable_on IS NOT NULL AND state <> 'clawed_back'
