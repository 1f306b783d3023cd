-- purpose: amounts of the entries of one kind in the general register, each on its day
-- params: kind TEXT
-- tables: registers
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    from_on,
    CAST(NULL AS DATE) AS until_on,
    amount_fen AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM registers
WHERE kind = $kind AND from_on IS NOT NULL AND amount_fen IS NOT NULL
