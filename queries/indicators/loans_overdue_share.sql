-- purpose: overdue principal in the loan balance, from the day the newest list stands for. A loan whose overdue amount
--     or balance is not known is in neither. A loan of a household that the county's register knows on the day of the
--     loan only as an ordinary one is left out; one of a household unknown to it counts
-- params:
-- tables: loans, ordinary_loans
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
-- narrowed by: bank, product, category, use
-- single rows: loans
SELECT
    loans.region_code,
    loans.stands_for_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    loans.overdue_fen AS numerator,
    loans.balance_fen AS denominator,
    loans.batch_id,
    loans.source_row
FROM loans
LEFT JOIN ordinary_loans
    ON loans.batch_id = ordinary_loans.batch_id AND loans.source_row = ordinary_loans.source_row
WHERE loans.balance_fen IS NOT NULL AND loans.overdue_fen IS NOT NULL AND ordinary_loans.batch_id IS NULL
