-- purpose: money lent, by the day it was paid out
-- params:
-- tables: loans
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    disbursed_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    amount_fen AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM loans
WHERE disbursed_on IS NOT NULL
