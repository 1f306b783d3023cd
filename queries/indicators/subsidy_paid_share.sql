-- purpose: interest subsidised of interest to be subsidised that was payable since $counted_from, in fen. A line
--     that was paid too much helps no other line; a line clawed back is none any more
-- params: counted_from DATE
-- tables: subsidy_lines
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH owed AS (
    SELECT
        region_code,
        payable_on,
        paid_on,
        interest_fen,
        LEAST(COALESCE(subsidy_fen, 0), interest_fen) AS paid_fen,
        batch_id,
        source_row
    FROM subsidy_lines
    WHERE payable_on >= $counted_from AND state <> 'clawed_back'
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
