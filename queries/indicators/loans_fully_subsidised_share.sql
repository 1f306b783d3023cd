-- purpose: loans within amount and term whose interest payable since $counted_from is all paid, of all such loans.
--     A loan counts from its first line on; one without any line once it has been open for six months
-- params: counted_from DATE, max_amount_fen BIGINT, max_term_months INTEGER, products TEXT
-- tables: loans, subsidy_lines, regions, calendar
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH owed AS (
    SELECT
        regions.home_code,
        subsidy_lines.loan_no,
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

movements AS (
    SELECT
        home_code,
        loan_no,
        payable_on AS on_date,
        1 AS change
    FROM owed
    UNION ALL
    SELECT
        home_code,
        loan_no,
        met_on AS on_date,
        -1 AS change
    FROM owed
    WHERE met_on IS NOT NULL
),

daily AS (
    SELECT
        home_code,
        loan_no,
        on_date,
        SUM(change) AS change
    FROM movements
    GROUP BY home_code, loan_no, on_date
),

running AS (
    SELECT
        home_code,
        loan_no,
        on_date,
        SUM(change) OVER (PARTITION BY home_code, loan_no ORDER BY on_date) AS lines_owed,
        LEAD(on_date) OVER (PARTITION BY home_code, loan_no ORDER BY on_date) AS next_on
    FROM daily
),

first_owed AS (
    SELECT
        home_code,
        loan_no,
        MIN(on_date) AS first_on
    FROM daily
    GROUP BY home_code, loan_no
),

eligible AS (
    SELECT
        regions.home_code,
        loans.loan_no,
        loans.settled_on,
        GREATEST(loans.disbursed_on, $counted_from) AS open_from,
        loans.region_code,
        loans.batch_id,
        loans.source_row
    FROM loans
    INNER JOIN regions
        ON loans.region_code = regions.code
    WHERE
        loans.disbursed_on IS NOT NULL
        AND loans.amount_fen <= $max_amount_fen
        AND loans.term_months <= $max_term_months
        AND POSITION('|' || loans.product || '|' IN $products) > 0
),

counted AS (
    SELECT
        eligible.home_code,
        eligible.loan_no,
        COALESCE(first_owed.first_on, calendar.later_on) AS from_on,
        eligible.region_code,
        eligible.batch_id,
        eligible.source_row
    FROM eligible
    INNER JOIN calendar
        ON eligible.open_from = calendar.on_date AND calendar.months = 6
    LEFT JOIN first_owed
        ON eligible.home_code = first_owed.home_code AND eligible.loan_no = first_owed.loan_no
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
    ON counted.home_code = running.home_code AND counted.loan_no = running.loan_no
WHERE running.lines_owed = 0
