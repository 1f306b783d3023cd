-- purpose: interest payable and not subsidised yet, in fen; of a line paid in part what is missing
-- params:
-- tables: subsidy_lines
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH owed AS (
    SELECT
        region_code,
        payable_on,
        paid_on,
        interest_fen,
        interest_fen - LEAST(COALESCE(subsidy_fen, 0), interest_fen) AS missing_fen,
        batch_id,
        source_row
    FROM subsidy_lines
    WHERE payable_on IS NOT NULL AND state <> 'clawed_back'
)

SELECT
    region_code,
    payable_on AS from_on,
    paid_on AS until_on,
    interest_fen AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM owed
WHERE paid_on IS NULL OR payable_on < paid_on
UNION ALL
SELECT
    region_code,
    GREATEST(payable_on, paid_on) AS from_on,
    CAST(NULL AS DATE) AS until_on,
    missing_fen AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM owed
WHERE paid_on IS NOT NULL AND missing_fen > 0
