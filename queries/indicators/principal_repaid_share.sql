-- purpose: principal repaid of principal that fell due since $counted_from, in fen. A repayment counts from its
--     due day at the earliest and never beyond what is due in its instalment; what a fund or guarantor paid does not
--     count, nor what was repaid to another lender
-- params: counted_from DATE
-- tables: repayment_schedules, repayments
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH due AS (
    SELECT
        reported_by,
        loan_no,
        lender,
        instalment,
        due_on,
        principal_fen,
        region_code,
        batch_id,
        source_row
    FROM repayment_schedules
    WHERE due_on >= $counted_from
),

paid AS (
    SELECT
        due.reported_by,
        due.loan_no,
        due.instalment,
        GREATEST(due.due_on, repayments.paid_on) AS on_date,
        SUM(repayments.principal_fen) AS paid_fen
    FROM due
    INNER JOIN repayments
        ON
            due.reported_by = repayments.reported_by
            AND due.loan_no = repayments.loan_no
            AND due.instalment = repayments.instalment
            AND (repayments.lender IS NULL OR due.lender IS NULL OR due.lender = repayments.lender)
    WHERE repayments.paid_on IS NOT NULL AND repayments.source <> 'compensated'
    GROUP BY due.reported_by, due.loan_no, due.instalment, GREATEST(due.due_on, repayments.paid_on)
),

running AS (
    SELECT
        reported_by,
        loan_no,
        instalment,
        on_date,
        paid_fen,
        SUM(paid_fen) OVER (PARTITION BY reported_by, loan_no, instalment ORDER BY on_date) AS paid_so_far_fen
    FROM paid
)

SELECT
    region_code,
    due_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    0 AS numerator,
    principal_fen AS denominator,
    batch_id,
    source_row
FROM due
UNION ALL
SELECT
    due.region_code,
    running.on_date AS from_on,
    CAST(NULL AS DATE) AS until_on,
    CAST(
        LEAST(running.paid_so_far_fen, due.principal_fen)
        - LEAST(running.paid_so_far_fen - running.paid_fen, due.principal_fen) AS BIGINT
    ) AS numerator,
    0 AS denominator,
    due.batch_id,
    due.source_row
FROM due
INNER JOIN running
    ON
        due.reported_by = running.reported_by
        AND due.loan_no = running.loan_no
        AND due.instalment = running.instalment
