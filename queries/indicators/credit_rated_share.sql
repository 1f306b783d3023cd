-- purpose: households and new-type farm entities that are rated, of those whose information is collected and entered
-- params:
-- tables: credit_profiles
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    GREATEST(collected_on, entered_on) AS from_on,
    CAST(NULL AS DATE) AS until_on,
    0 AS numerator,
    1 AS denominator,
    batch_id,
    source_row
FROM credit_profiles
WHERE collected_on IS NOT NULL AND entered_on IS NOT NULL
UNION ALL
SELECT
    region_code,
    GREATEST(collected_on, entered_on, rated_on) AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM credit_profiles
WHERE collected_on IS NOT NULL AND entered_on IS NOT NULL AND rated_on IS NOT NULL
