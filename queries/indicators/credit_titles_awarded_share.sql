-- purpose: households, villages or townships ($level) that hold the title, of all listed
-- params: level TEXT
-- tables: credit_titles
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    listed_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    0 AS numerator,
    1 AS denominator,
    batch_id,
    source_row
FROM credit_titles
WHERE level = $level AND listed_on IS NOT NULL
UNION ALL
SELECT
    region_code,
    GREATEST(listed_on, awarded_on) AS from_on,
    revoked_on AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM credit_titles
WHERE
    level = $level
    AND listed_on IS NOT NULL
    AND awarded_on IS NOT NULL
    AND (revoked_on IS NULL OR GREATEST(listed_on, awarded_on) < revoked_on)
