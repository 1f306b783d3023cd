-- purpose: days from the approval of a loan to its disbursement, of loans paid out since $counted_from
-- params: counted_from DATE
-- tables: loan_needs
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    disbursed_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    CAST(disbursed_on - decided_on AS BIGINT) AS numerator,
    1 AS denominator,
    batch_id,
    source_row
FROM loan_needs
WHERE disbursed_on >= $counted_from AND decided_on <= disbursed_on
