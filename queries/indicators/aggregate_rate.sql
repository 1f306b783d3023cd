-- purpose: average rate of the loans of one kind, weighted by balance: a year's interest over the balance. A row
--     stands until the next one of the bank, kind and region
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
        aggregate_balances.balance_fen,
        aggregate_balances.rate_pct,
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
    CAST(ROUND(balance_fen * CAST(rate_pct AS DECIMAL(9, 6)) * 0.01) AS BIGINT) AS numerator,
    balance_fen AS denominator,
    batch_id,
    source_row
FROM standing
WHERE
    (until_on IS NULL OR from_on < until_on)
    AND balance_fen IS NOT NULL
    AND rate_pct IS NOT NULL
