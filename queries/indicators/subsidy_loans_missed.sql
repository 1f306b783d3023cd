-- purpose: loans with interest payable since $counted_from that is not paid in full yet; a loan with several such
--     lines counts once, in the place of the line that stands first; loans of one number are told apart by the lender
--     that the lines name
-- params: counted_from DATE
-- tables: subsidy_lines, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH owed AS (
    SELECT
        regions.home_code,
        subsidy_lines.loan_no,
        COALESCE(subsidy_lines.lender, '') AS lender,
        subsidy_lines.payable_on,
        CASE
            WHEN subsidy_lines.paid_on IS NOT NULL AND subsidy_lines.subsidy_fen >= subsidy_lines.interest_fen
                THEN GREATEST(subsidy_lines.payable_on, subsidy_lines.paid_on)
        END AS met_on,
        subsidy_lines.region_code,
        subsidy_lines.batch_id,
        subsidy_lines.source_row
    FROM subsidy_lines
    INNER JOIN regions
        ON subsidy_lines.region_code = regions.code
    WHERE subsidy_lines.payable_on >= $counted_from AND subsidy_lines.state <> 'clawed_back'
),

movements AS (
    SELECT
        home_code,
        loan_no,
        lender,
        payable_on AS on_date,
        1 AS change
    FROM owed
    UNION ALL
    SELECT
        home_code,
        loan_no,
        lender,
        met_on AS on_date,
        -1 AS change
    FROM owed
    WHERE met_on IS NOT NULL
),

daily AS (
    SELECT
        home_code,
        loan_no,
        lender,
        on_date,
        SUM(change) AS change
    FROM movements
    GROUP BY home_code, loan_no, lender, on_date
),

running AS (
    SELECT
        home_code,
        loan_no,
        lender,
        on_date,
        SUM(change) OVER (PARTITION BY home_code, loan_no, lender ORDER BY on_date) AS lines_owed,
        LEAD(on_date) OVER (PARTITION BY home_code, loan_no, lender ORDER BY on_date) AS next_on
    FROM daily
),

places AS (
    SELECT
        home_code,
        loan_no,
        lender,
        region_code,
        batch_id,
        source_row,
        ROW_NUMBER() OVER (
            PARTITION BY home_code, loan_no, lender
            ORDER BY payable_on, batch_id, source_row
        ) AS turn
    FROM owed
)

SELECT
    places.region_code,
    running.on_date AS from_on,
    running.next_on AS until_on,
    1 AS numerator,
    0 AS denominator,
    places.batch_id,
    places.source_row
FROM running
INNER JOIN places
    ON
        running.home_code = places.home_code
        AND running.loan_no = places.loan_no
        AND running.lender = places.lender
WHERE running.lines_owed > 0 AND places.turn = 1
