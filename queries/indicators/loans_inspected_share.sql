-- purpose: open loans of $products (|one|other|; empty: of all) inspected less than three months ago, of all such
--     loans open for three months or longer. An inspection is found by the loan's number, and its lender where it
--     names one, within the county. A loan of a household that the county's register knows on the day of the loan only
--     as an ordinary one is left out; one of a household unknown to it counts
-- params: products TEXT
-- tables: loans, use_inspections, regions, calendar, ordinary_loans
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
-- narrowed by: bank, product, category, use
-- single rows: loans
WITH due AS (
    SELECT
        regions.home_code,
        loans.loan_no,
        loans.lender,
        calendar.later_on AS due_from,
        loans.settled_on,
        loans.region_code,
        loans.batch_id,
        loans.source_row
    FROM loans
    INNER JOIN regions
        ON loans.region_code = regions.code
    INNER JOIN calendar
        ON loans.disbursed_on = calendar.on_date AND calendar.months = 3
    LEFT JOIN ordinary_loans
        ON loans.batch_id = ordinary_loans.batch_id AND loans.source_row = ordinary_loans.source_row
    WHERE
        (loans.settled_on IS NULL OR calendar.later_on < loans.settled_on)
        AND ($products = '' OR POSITION('|' || loans.product || '|' IN $products) > 0)
        AND ordinary_loans.batch_id IS NULL
),

seen AS (
    SELECT DISTINCT
        regions.home_code,
        use_inspections.loan_no,
        use_inspections.lender,
        use_inspections.inspected_on,
        calendar.later_on
    FROM use_inspections
    INNER JOIN regions
        ON use_inspections.region_code = regions.code
    INNER JOIN calendar
        ON use_inspections.inspected_on = calendar.on_date AND calendar.months = 3
),

inspected AS (
    SELECT DISTINCT
        due.batch_id,
        due.source_row,
        seen.inspected_on,
        seen.later_on
    FROM due
    INNER JOIN seen
        ON
            due.home_code = seen.home_code
            AND due.loan_no = seen.loan_no
            AND (seen.lender IS NULL OR due.lender = seen.lender)
),

turns AS (
    SELECT
        batch_id,
        source_row,
        inspected_on,
        later_on,
        LEAD(inspected_on) OVER (PARTITION BY batch_id, source_row ORDER BY inspected_on) AS next_on
    FROM inspected
),

covered AS (
    SELECT
        due.region_code,
        GREATEST(due.due_from, turns.inspected_on) AS from_on,
        LEAST(turns.later_on, turns.next_on, due.settled_on) AS until_on,
        due.batch_id,
        due.source_row
    FROM due
    INNER JOIN turns
        ON due.batch_id = turns.batch_id AND due.source_row = turns.source_row
)

SELECT
    region_code,
    due_from AS from_on,
    settled_on AS until_on,
    0 AS numerator,
    1 AS denominator,
    batch_id,
    source_row
FROM due
UNION ALL
SELECT
    region_code,
    from_on,
    until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM covered
WHERE from_on < until_on
