-- purpose: open loans inspected less than three months ago, of all loans open for three months or longer
-- params:
-- tables: loans, use_inspections, regions, calendar
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH due AS (
    SELECT
        regions.home_code,
        loans.loan_no,
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
    WHERE loans.settled_on IS NULL OR calendar.later_on < loans.settled_on
),

inspected AS (
    SELECT
        regions.home_code,
        use_inspections.loan_no,
        use_inspections.inspected_on,
        calendar.later_on,
        LEAD(use_inspections.inspected_on) OVER (
            PARTITION BY regions.home_code, use_inspections.loan_no
            ORDER BY use_inspections.inspected_on, use_inspections.batch_id, use_inspections.source_row
        ) AS next_on
    FROM use_inspections
    INNER JOIN regions
        ON use_inspections.region_code = regions.code
    INNER JOIN calendar
        ON use_inspections.inspected_on = calendar.on_date AND calendar.months = 3
),

covered AS (
    SELECT
        due.region_code,
        GREATEST(due.due_from, inspected.inspected_on) AS from_on,
        LEAST(inspected.later_on, inspected.next_on, due.settled_on) AS until_on,
        due.batch_id,
        due.source_row
    FROM due
    INNER JOIN inspected
        ON due.home_code = inspected.home_code AND due.loan_no = inspected.loan_no
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
