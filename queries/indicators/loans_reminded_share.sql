-- purpose: loans whose borrower was notified by one of $media (|one|other|) from $days + $window_days to $days days
--     before the loan falls due, of all loans not settled $days days before they fall due; from $counted_from on. A
--     notice is found by the loan's number, and its lender where it names one, within the county. A loan of a
--     household that the county's register knows on the day of the loan only as an ordinary one is left out
-- params: counted_from DATE, days INTEGER, window_days INTEGER, media TEXT
-- tables: loans, reminders, regions, ordinary_loans
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
-- narrowed by: bank, product, category, use
-- single rows: loans
WITH due AS (
    SELECT
        regions.home_code,
        loans.loan_no,
        loans.lender,
        loans.due_on,
        loans.due_on - $days AS asked_on,
        loans.region_code,
        loans.batch_id,
        loans.source_row
    FROM loans
    INNER JOIN regions
        ON loans.region_code = regions.code
    LEFT JOIN ordinary_loans
        ON loans.batch_id = ordinary_loans.batch_id AND loans.source_row = ordinary_loans.source_row
    WHERE
        loans.due_on - $days >= $counted_from
        AND loans.disbursed_on <= loans.due_on - $days
        AND (loans.settled_on IS NULL OR loans.settled_on > loans.due_on - $days)
        AND ordinary_loans.batch_id IS NULL
),

notices AS (
    SELECT DISTINCT
        regions.home_code,
        reminders.loan_no,
        reminders.lender,
        reminders.sent_on
    FROM reminders
    INNER JOIN regions
        ON reminders.region_code = regions.code
    WHERE POSITION('|' || reminders.medium || '|' IN $media) > 0
),

notified AS (
    SELECT DISTINCT
        due.region_code,
        due.asked_on,
        due.batch_id,
        due.source_row
    FROM due
    INNER JOIN notices
        ON
            due.home_code = notices.home_code
            AND due.loan_no = notices.loan_no
            AND (notices.lender IS NULL OR due.lender = notices.lender)
            AND notices.sent_on <= due.asked_on
            AND notices.sent_on >= due.asked_on - $window_days
)

SELECT
    region_code,
    asked_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    0 AS numerator,
    1 AS denominator,
    batch_id,
    source_row
FROM due
UNION ALL
SELECT
    region_code,
    asked_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM notified
