-- purpose: qualified applicants with their loan, of all qualified applicants since $counted_from; who is still waiting
--     stays among them, who has withdrawn does not
-- params: counted_from DATE
-- tables: loan_needs
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH qualified AS (
    SELECT
        region_code,
        COALESCE(applied_on, registered_on) AS listed_on,
        disbursed_on,
        CASE WHEN disbursed_on IS NULL THEN withdrawn_on END AS gone_on,
        batch_id,
        source_row
    FROM loan_needs
    WHERE qualified
)

SELECT
    region_code,
    listed_on AS from_on,
    gone_on AS until_on,
    0 AS numerator,
    1 AS denominator,
    batch_id,
    source_row
FROM qualified
WHERE listed_on >= $counted_from AND (gone_on IS NULL OR listed_on < gone_on)
UNION ALL
SELECT
    region_code,
    GREATEST(listed_on, disbursed_on) AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM qualified
WHERE listed_on >= $counted_from AND disbursed_on IS NOT NULL
