-- purpose: relieved and monitored households with an open loan, of all such households. A household counts in
--     the township of the register on that day, never in the loan's; its loans are those of its number in its county;
--     several loans on one day are one movement.
-- params:
-- tables: loans, households, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
-- narrowed by: bank, product, category, use
WITH lent AS (
    SELECT
        regions.home_code,
        loans.household_no,
        loans.disbursed_on,
        loans.settled_on
    FROM loans
    INNER JOIN regions
        ON loans.region_code = regions.code
    WHERE loans.household_no IS NOT NULL AND loans.disbursed_on IS NOT NULL
),

movements AS (
    SELECT
        home_code,
        household_no,
        disbursed_on AS on_date,
        1 AS change
    FROM lent
    UNION ALL
    SELECT
        home_code,
        household_no,
        settled_on AS on_date,
        -1 AS change
    FROM lent
    WHERE settled_on IS NOT NULL
),

daily AS (
    SELECT
        home_code,
        household_no,
        on_date,
        SUM(change) AS change
    FROM movements
    GROUP BY home_code, household_no, on_date
    HAVING SUM(change) <> 0
),

running AS (
    SELECT
        home_code,
        household_no,
        on_date,
        SUM(change) OVER (PARTITION BY home_code, household_no ORDER BY on_date) AS open_loans,
        SUM(change) OVER (PARTITION BY home_code, household_no ORDER BY on_date) - change AS open_before
    FROM daily
),

turns AS (
    SELECT
        home_code,
        household_no,
        on_date,
        open_loans,
        LEAD(on_date) OVER (PARTITION BY home_code, household_no ORDER BY on_date) AS next_on
    FROM running
    WHERE (open_loans > 0 AND open_before <= 0) OR (open_loans <= 0 AND open_before > 0)
),

base AS (
    SELECT
        regions.home_code,
        households.household_no,
        households.region_code,
        households.valid_from,
        households.valid_to,
        households.batch_id,
        households.source_row
    FROM households
    INNER JOIN regions
        ON households.region_code = regions.code
    WHERE households.kind IN ('relieved', 'unstable', 'marginal', 'sudden')
)

SELECT
    region_code,
    valid_from AS from_on,
    valid_to AS until_on,
    0 AS numerator,
    1 AS denominator,
    batch_id,
    source_row
FROM base
UNION ALL
SELECT
    base.region_code,
    GREATEST(base.valid_from, turns.on_date) AS from_on,
    LEAST(base.valid_to, turns.next_on) AS until_on,
    1 AS numerator,
    0 AS denominator,
    base.batch_id,
    base.source_row
FROM base
INNER JOIN turns
    ON base.home_code = turns.home_code AND base.household_no = turns.household_no
WHERE
    turns.open_loans > 0
    AND (base.valid_to IS NULL OR turns.on_date < base.valid_to)
    AND (turns.next_on IS NULL OR base.valid_from < turns.next_on)
