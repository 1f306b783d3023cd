-- purpose: rejected applicants who were told why, of all rejected since $counted_from
-- params: counted_from DATE
-- tables: loan_needs
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH rejected AS (
    SELECT
        region_code,
        decided_on,
        informed_on,
        batch_id,
        source_row
    FROM loan_needs
    WHERE decision = 'rejected' AND decided_on >= $counted_from
)

SELECT
    region_code,
    decided_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    0 AS numerator,
    1 AS denominator,
    batch_id,
    source_row
FROM rejected
UNION ALL
SELECT
    region_code,
    GREATEST(decided_on, informed_on) AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM rejected
WHERE informed_on IS NOT NULL
