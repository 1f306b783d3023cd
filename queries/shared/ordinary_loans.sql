-- purpose: loans of households that the county's register knows on the day of the loan only as ordinary ones
-- params:
-- tables: loans, households, regions
-- returns: batch_id, source_row
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
