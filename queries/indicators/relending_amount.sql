-- purpose: relending of the central bank: quotas won, drawings or repayments ($kind), each on its day
-- params: kind TEXT
-- tables: relending
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    happened_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    amount_fen AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM relending
WHERE kind = $kind AND happened_on IS NOT NULL AND amount_fen IS NOT NULL
