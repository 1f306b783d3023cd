-- purpose: households and new-type farm entities whose credit information is collected, of all listed
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
    GREATEST(listed_on, collected_on) AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM credit_profiles
WHERE listed_on IS NOT NULL AND collected_on IS NOT NULL
