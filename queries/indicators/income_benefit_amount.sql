-- purpose: income of households from the project, by the day it was booked
-- params:
-- tables: income_benefits
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    booked_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    amount_fen AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM income_benefits
WHERE booked_on IS NOT NULL AND amount_fen IS NOT NULL
