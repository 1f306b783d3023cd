-- purpose: registered needs with a loan, of all needs registered since $counted_from. A need is none any more once the
--     household has withdrawn or the bank found that it does not qualify. With $qualified_only = 1 only needs found to
--     qualify are asked about
-- params: counted_from DATE, qualified_only INTEGER
-- tables: loan_needs
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH needs AS (
    SELECT
        region_code,
        registered_on,
        disbursed_on,
        CASE
            WHEN disbursed_on IS NULL
                THEN LEAST(
                    withdrawn_on,
                    CASE
                        WHEN decision = 'rejected' OR NOT qualified THEN COALESCE(decided_on, registered_on)
                    END
                )
        END AS gone_on,
        batch_id,
        source_row
    FROM loan_needs
    WHERE registered_on >= $counted_from AND ($qualified_only = 0 OR qualified)
)

SELECT
    region_code,
    registered_on AS from_on,
    gone_on AS until_on,
    0 AS numerator,
    1 AS denominator,
    batch_id,
    source_row
FROM needs
WHERE gone_on IS NULL OR registered_on < gone_on
UNION ALL
SELECT
    region_code,
    GREATEST(registered_on, disbursed_on) AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM needs
WHERE disbursed_on IS NOT NULL
