-- purpose: fees taken for guarantees, by the day the guarantee was given
-- params:
-- tables: guarantees
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    granted_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    fee_fen AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM guarantees
WHERE granted_on IS NOT NULL AND fee_fen IS NOT NULL
