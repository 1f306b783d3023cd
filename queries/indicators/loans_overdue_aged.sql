-- purpose: overdue principal by its age in the newest list of each bank; a list stands until the bank's next one for
--     the same county. Counted are entries overdue for $from_days to $to_days days, as the list says; where it does
--     not say, the age is 0. An entry whose loan (found by number, and lender where it names one, within the county)
--     is that of a household the register knows on the day of the loan only as an ordinary one is left out
-- params: from_days INTEGER, to_days INTEGER
-- tables: loan_balances, loans, regions, ordinary_loans
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH listed AS (
    SELECT
        loan_balances.reported_by,
        regions.home_code,
        loan_balances.loan_no,
        loan_balances.lender,
        loan_balances.as_of,
        loan_balances.overdue_principal_fen,
        COALESCE(loan_balances.days_overdue, 0) AS days_overdue,
        loan_balances.region_code,
        loan_balances.batch_id,
        loan_balances.source_row
    FROM loan_balances
    INNER JOIN regions
        ON loan_balances.region_code = regions.code
),

lists AS (
    SELECT DISTINCT
        reported_by,
        home_code,
        as_of
    FROM listed
),

days AS (
    SELECT
        reported_by,
        home_code,
        as_of,
        LEAD(as_of) OVER (PARTITION BY reported_by, home_code ORDER BY as_of) AS next_on
    FROM lists
),

left_out AS (
    SELECT
        listed.batch_id,
        listed.source_row
    FROM listed
    INNER JOIN loans
        ON listed.loan_no = loans.loan_no AND (listed.lender IS NULL OR listed.lender = loans.lender)
    INNER JOIN regions
        ON loans.region_code = regions.code AND listed.home_code = regions.home_code
    LEFT JOIN ordinary_loans
        ON loans.batch_id = ordinary_loans.batch_id AND loans.source_row = ordinary_loans.source_row
    GROUP BY listed.batch_id, listed.source_row
    HAVING SUM(CASE WHEN ordinary_loans.batch_id IS NULL THEN 1 ELSE 0 END) = 0
)

SELECT
    listed.region_code,
    listed.as_of AS from_on,
    days.next_on AS until_on,
    listed.overdue_principal_fen AS numerator,
    0 AS denominator,
    listed.batch_id,
    listed.source_row
FROM listed
INNER JOIN days
    ON listed.reported_by = days.reported_by AND listed.home_code = days.home_code AND listed.as_of = days.as_of
LEFT JOIN left_out
    ON listed.batch_id = left_out.batch_id AND listed.source_row = left_out.source_row
WHERE
    listed.overdue_principal_fen > 0
    AND listed.days_overdue BETWEEN $from_days AND $to_days
    AND left_out.batch_id IS NULL
