-- purpose: fixed physical bank outlets closed or merged
-- params:
-- tables: outlets
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    closed_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM outlets
WHERE kind = 'branch' AND COALESCE(org_type, 'bank') = 'bank' AND closed_on IS NOT NULL
