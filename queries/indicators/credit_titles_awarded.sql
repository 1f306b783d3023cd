-- purpose: households, villages or townships ($level) that hold the title
-- params: level TEXT
-- tables: credit_titles
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    awarded_on AS from_on,
    revoked_on AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM credit_titles
WHERE level = $level AND awarded_on IS NOT NULL AND (revoked_on IS NULL OR awarded_on < revoked_on)
