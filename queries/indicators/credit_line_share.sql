-- purpose: households and new-type farm entities with a credit line, of all listed
-- params:
-- tables: credit_profiles
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    listed_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    0 AS numerator,
    1 AS denominator,
    batch_id,
    source_row
FROM credit_profiles
WHERE listed_on IS NOT NULL
UNION ALL
SELECT
    region_code,
    GREATEST(listed_on, line_on) AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM credit_profiles
WHERE listed_on IS NOT NULL AND line_on IS NOT NULL AND COALESCE(line_fen, 1) > 0
