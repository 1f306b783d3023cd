-- purpose: households, villages or townships ($level) that take part in earning the title, listed or not
-- params: level TEXT
-- tables: credit_titles
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    joined_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM credit_titles
WHERE level = $level AND joined_on IS NOT NULL
