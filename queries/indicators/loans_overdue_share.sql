-- purpose: overdue principal in the loan balance, from the day the newest list stands for. A loan whose overdue amount
--     or balance is not known is in neither. A loan of a household that the county's register knows on the day of the
--     loan only as an ordinary one is left out; one of a household unknown to it counts
-- params:
-- tables: loans, households, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH ordinary AS (
    SELECT
        loans.batch_id,
        loans.source_row
    FROM loans
    INNER JOIN regions AS loan_regions
        ON loans.region_code = loan_regions.code
    INNER JOIN households
        ON
            loans.household_no = households.household_no
            AND households.valid_from <= loans.disbursed_on
            AND (households.valid_to IS NULL OR loans.disbursed_on < households.valid_to)
    INNER JOIN regions AS household_regions
        ON
            households.region_code = household_regions.code
            AND loan_regions.home_code = household_regions.home_code
    GROUP BY loans.batch_id, loans.source_row
    HAVING SUM(CASE WHEN households.kind = 'ordinary' THEN 0 ELSE 1 END) = 0
)

SELECT
    loans.region_code,
    loans.stands_for_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    loans.overdue_fen AS numerator,
    loans.balance_fen AS denominator,
    loans.batch_id,
    loans.source_row
FROM loans
LEFT JOIN ordinary
    ON loans.batch_id = ordinary.batch_id AND loans.source_row = ordinary.source_row
WHERE loans.balance_fen IS NOT NULL AND loans.overdue_fen IS NOT NULL AND ordinary.batch_id IS NULL
