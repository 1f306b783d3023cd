-- purpose: interest subsidy paid, by the day it reached the borrower
-- params:
-- tables: subsidy_lines
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    paid_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    subsidy_fen AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM subsidy_lines
WHERE paid_on IS NOT NULL AND subsidy_fen IS NOT NULL AND state <> 'clawed_back'
