-- purpose: relieved and monitored households with an open loan, of all such households. A household counts in
--     the township of the register on that day, never in the loan's; several loans on one day are one movement.
-- params:
-- tables: loans, households
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH lent AS (
    SELECT
        household_no,
        disbursed_on,
        settled_on
    FROM loans
    WHERE household_no IS NOT NULL AND disbursed_on IS NOT NULL
),

movements AS (
    SELECT
        household_no,
        disbursed_on AS on_date,
        1 AS change
    FROM lent
    UNION ALL
    SELECT
        household_no,
        settled_on AS on_date,
        -1 AS change
    FROM lent
    WHERE settled_on IS NOT NULL
),

daily AS (
    SELECT
        household_no,
        on_date,
        SUM(change) AS change
    FROM movements
    GROUP BY household_no, on_date
    HAVING SUM(change) <> 0
),

running AS (
    SELECT
        household_no,
        on_date,
        SUM(change) OVER (PARTITION BY household_no ORDER BY on_date) AS open_loans,
        SUM(change) OVER (PARTITION BY household_no ORDER BY on_date) - change AS open_before
    FROM daily
),

turns AS (
    SELECT
        household_no,
        on_date,
        open_loans,
        LEAD(on_date) OVER (PARTITION BY household_no ORDER BY on_date) AS next_on
    FROM running
    WHERE (open_loans > 0 AND open_before <= 0) OR (open_loans <= 0 AND open_before > 0)
),

base AS (
    SELECT
        household_no,
        region_code,
        valid_from,
        valid_to,
        batch_id,
        source_row
    FROM households
    WHERE kind IN ('relieved', 'unstable', 'marginal', 'sudden')
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
    ON base.household_no = turns.household_no
WHERE
    turns.open_loans > 0
    AND (base.valid_to IS NULL OR turns.on_date < base.valid_to)
    AND (turns.next_on IS NULL OR base.valid_from < turns.next_on)
