-- purpose: overdue principal in the loan balance, from the day the newest list stands for
-- params:
-- tables: loans
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    stands_for_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    COALESCE(overdue_fen, 0) AS numerator,
    balance_fen AS denominator,
    batch_id,
    source_row
FROM loans
WHERE balance_fen IS NOT NULL
