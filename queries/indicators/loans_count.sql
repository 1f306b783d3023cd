-- purpose: loans, each on the day it was paid out. A loan of a household that the county's register knows on the day
--     of the loan only as an ordinary one is left out; one of a household unknown to it counts
-- params:
-- tables: loans, ordinary_loans
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
-- narrowed by: bank, product, category, use
-- single rows: loans
SELECT
    loans.region_code,
    loans.disbursed_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    loans.batch_id,
    loans.source_row
FROM loans
LEFT JOIN ordinary_loans
    ON loans.batch_id = ordinary_loans.batch_id AND loans.source_row = ordinary_loans.source_row
WHERE loans.disbursed_on IS NOT NULL AND ordinary_loans.batch_id IS NULL
