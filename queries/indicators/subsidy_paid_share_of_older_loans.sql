-- purpose: interest subsidised of interest to be subsidised that was payable since $counted_from, in fen, on loans
--     disbursed up to $disbursed_until. A line is found by the loan's number, and its lender where it names one,
--     within the county; one without a loan is left out
-- params: counted_from DATE, disbursed_until DATE
-- tables: subsidy_lines, loans, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
-- narrowed by: bank, product, category, use
WITH older AS (
    SELECT DISTINCT
        regions.home_code,
        loans.loan_no,
        loans.lender
    FROM loans
    INNER JOIN regions
        ON loans.region_code = regions.code
    WHERE loans.disbursed_on <= $disbursed_until
),

owed AS (
    SELECT DISTINCT
        subsidy_lines.region_code,
        subsidy_lines.payable_on,
        subsidy_lines.paid_on,
        subsidy_lines.interest_fen,
        LEAST(COALESCE(subsidy_lines.subsidy_fen, 0), subsidy_lines.interest_fen) AS paid_fen,
        subsidy_lines.batch_id,
        subsidy_lines.source_row
    FROM subsidy_lines
    INNER JOIN regions
        ON subsidy_lines.region_code = regions.code
    INNER JOIN older
        ON
            regions.home_code = older.home_code
            AND subsidy_lines.loan_no = older.loan_no
            AND (subsidy_lines.lender IS NULL OR subsidy_lines.lender = older.lender)
    WHERE subsidy_lines.payable_on >= $counted_from AND subsidy_lines.state <> 'clawed_back'
)

SELECT
    region_code,
    payable_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    0 AS numerator,
    interest_fen AS denominator,
    batch_id,
    source_row
FROM owed
UNION ALL
SELECT
    region_code,
    GREATEST(payable_on, paid_on) AS from_on,
    CAST(NULL AS DATE) AS until_on,
    paid_fen AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM owed
WHERE paid_on IS NOT NULL
