-- purpose: loan applications approved, of those decided, each on the day of the decision
-- params:
-- tables: loan_needs
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    decided_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    CASE WHEN decision = 'approved' THEN 1 ELSE 0 END AS numerator,
    1 AS denominator,
    batch_id,
    source_row
FROM loan_needs
WHERE decided_on IS NOT NULL AND decision IS NOT NULL
