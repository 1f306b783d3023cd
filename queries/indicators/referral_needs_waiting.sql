-- purpose: needs for a loan through the platform that the township has reviewed and that are not pushed yet
-- params:
-- tables: loan_needs
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH needs AS (
    SELECT
        region_code,
        reviewed_on,
        COALESCE(LEAST(pushed_on, withdrawn_on), pushed_on, withdrawn_on) AS gone_on,
        batch_id,
        source_row
    FROM loan_needs
    WHERE channel = 'platform' AND reviewed_on IS NOT NULL
)

SELECT
    region_code,
    reviewed_on AS from_on,
    gone_on AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM needs
WHERE gone_on IS NULL OR reviewed_on < gone_on
