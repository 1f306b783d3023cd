-- purpose: loans within amount and term whose interest payable since $counted_from is all paid, of all such loans. A
--     loan counts from its first line on; one without any line once it has been open for six months. A line is found
--     by the loan's number, and its lender where it names one, within the county. A loan of a household that the
--     county's register knows on the day of the loan only as an ordinary one is left out
-- params: counted_from DATE, max_amount_fen BIGINT, max_term_months INTEGER, products TEXT
-- tables: loans, subsidy_lines, regions, calendar, ordinary_loans
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
-- narrowed by: bank, product, category, use
-- single rows: loans
WITH eligible AS (
    SELECT
        regions.home_code,
        loans.loan_no,
        loans.lender,
        loans.settled_on,
        GREATEST(loans.disbursed_on, $counted_from) AS open_from,
        loans.region_code,
        loans.batch_id,
        loans.source_row
    FROM loans
    INNER JOIN regions
        ON loans.region_code = regions.code
    LEFT JOIN ordinary_loans
        ON loans.batch_id = ordinary_loans.batch_id AND loans.source_row = ordinary_loans.source_row
    WHERE
        loans.disbursed_on IS NOT NULL
        AND loans.amount_fen <= $max_amount_fen
        AND loans.term_months <= $max_term_months
        AND POSITION('|' || loans.product || '|' IN $products) > 0
        AND ordinary_loans.batch_id IS NULL
),

lines AS (
    SELECT
        regions.home_code,
        subsidy_lines.loan_no,
        subsidy_lines.lender,
        subsidy_lines.payable_on,
        CASE
            WHEN subsidy_lines.paid_on IS NOT NULL AND subsidy_lines.subsidy_fen >= subsidy_lines.interest_fen
                THEN GREATEST(subsidy_lines.payable_on, subsidy_lines.paid_on)
        END AS met_on
    FROM subsidy_lines
    INNER JOIN regions
        ON subsidy_lines.region_code = regions.code
    WHERE subsidy_lines.payable_on >= $counted_from AND subsidy_lines.state <> 'clawed_back'
),

owed AS (
    SELECT
        eligible.batch_id,
        eligible.source_row,
        lines.payable_on,
        lines.met_on
    FROM eligible
    INNER JOIN lines
        ON
            eligible.home_code = lines.home_code
            AND eligible.loan_no = lines.loan_no
            AND (lines.lender IS NULL OR eligible.lender = lines.lender)
),

movements AS (
    SELECT
        batch_id,
        source_row,
        payable_on AS on_date,
        1 AS change
    FROM owed
    UNION ALL
    SELECT
        batch_id,
        source_row,
        met_on AS on_date,
        -1 AS change
    FROM owed
    WHERE met_on IS NOT NULL
),

daily AS (
    SELECT
        batch_id,
        source_row,
        on_date,
        SUM(change) AS change
    FROM movements
    GROUP BY batch_id, source_row, on_date
),

running AS (
    SELECT
        batch_id,
        source_row,
        on_date,
        SUM(change) OVER (PARTITION BY batch_id, source_row ORDER BY on_date) AS lines_owed,
        LEAD(on_date) OVER (PARTITION BY batch_id, source_row ORDER BY on_date) AS next_on
    FROM daily
),

first_owed AS (
    SELECT
        batch_id,
        source_row,
        MIN(on_date) AS first_on
    FROM daily
    GROUP BY batch_id, source_row
),

counted AS (
    SELECT
        COALESCE(first_owed.first_on, calendar.later_on) AS from_on,
        eligible.region_code,
        eligible.batch_id,
        eligible.source_row
    FROM eligible
    INNER JOIN calendar
        ON eligible.open_from = calendar.on_date AND calendar.months = 6
    LEFT JOIN first_owed
        ON eligible.batch_id = first_owed.batch_id AND eligible.source_row = first_owed.source_row
    WHERE
        first_owed.first_on IS NOT NULL
        OR eligible.settled_on IS NULL
        OR calendar.later_on < eligible.settled_on
)

SELECT
    region_code,
    from_on,
    CAST(NULL AS DATE) AS until_on,
    0 AS numerator,
    1 AS denominator,
    batch_id,
    source_row
FROM counted
UNION ALL
SELECT
    counted.region_code,
    running.on_date AS from_on,
    running.next_on AS until_on,
    1 AS numerator,
    0 AS denominator,
    counted.batch_id,
    counted.source_row
FROM counted
INNER JOIN running
    ON counted.batch_id = running.batch_id AND counted.source_row = running.source_row
WHERE running.lines_owed = 0
