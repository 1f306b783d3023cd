-- purpose: loans with overdue interest in the newest list of their bank; a list stands until the bank's next one
--     for the same county
-- params:
-- tables: loan_balances, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH listed AS (
    SELECT
        loan_balances.reported_by,
        regions.home_code,
        loan_balances.as_of,
        loan_balances.overdue_interest_fen,
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
)

SELECT
    listed.region_code,
    listed.as_of AS from_on,
    days.next_on AS until_on,
    1 AS numerator,
    0 AS denominator,
    listed.batch_id,
    listed.source_row
FROM listed
INNER JOIN days
    ON listed.reported_by = days.reported_by AND listed.home_code = days.home_code AND listed.as_of = days.as_of
WHERE listed.overdue_interest_fen > 0
