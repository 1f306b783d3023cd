-- purpose: money lent of one kind since the banks began to count. A row stands until the next one of the bank, kind
--     and region
-- params: kind TEXT
-- tables: aggregate_balances, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH standing AS (
    SELECT
        aggregate_balances.region_code,
        aggregate_balances.as_of AS from_on,
        LEAD(aggregate_balances.as_of) OVER (
            PARTITION BY aggregate_balances.bank, regions.same_region_code
            ORDER BY aggregate_balances.as_of, aggregate_balances.batch_id, aggregate_balances.source_row
        ) AS until_on,
        aggregate_balances.granted_total_fen,
        aggregate_balances.batch_id,
        aggregate_balances.source_row
    FROM aggregate_balances
    INNER JOIN regions
        ON aggregate_balances.region_code = regions.code
    WHERE aggregate_balances.kind = $kind AND aggregate_balances.as_of IS NOT NULL
)

SELECT
    region_code,
    from_on,
    until_on,
    granted_total_fen AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM standing
WHERE
    (until_on IS NULL OR from_on < until_on)
    AND granted_total_fen IS NOT NULL
