-- purpose: balance of the risk compensation funds of one kind, and the balance of micro-credit as the banks sum it up.
--     Each stands until the next one of the same fund and bank, or of the same bank
-- params: fund_kind TEXT
-- tables: risk_fund_events, aggregate_balances, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH fund AS (
    SELECT
        risk_fund_events.region_code,
        risk_fund_events.happened_on AS from_on,
        LEAD(risk_fund_events.happened_on) OVER (
            PARTITION BY regions.same_region_code, risk_fund_events.fund, risk_fund_events.bank
            ORDER BY risk_fund_events.happened_on, risk_fund_events.batch_id, risk_fund_events.source_row
        ) AS until_on,
        risk_fund_events.balance_fen,
        risk_fund_events.batch_id,
        risk_fund_events.source_row
    FROM risk_fund_events
    INNER JOIN regions
        ON risk_fund_events.region_code = regions.code
    WHERE
        risk_fund_events.fund_kind = $fund_kind
        AND risk_fund_events.happened_on IS NOT NULL
        AND risk_fund_events.balance_fen IS NOT NULL
),

lent AS (
    SELECT
        aggregate_balances.region_code,
        aggregate_balances.as_of AS from_on,
        LEAD(aggregate_balances.as_of) OVER (
            PARTITION BY regions.same_region_code, aggregate_balances.bank
            ORDER BY aggregate_balances.as_of, aggregate_balances.batch_id, aggregate_balances.source_row
        ) AS until_on,
        aggregate_balances.balance_fen,
        aggregate_balances.batch_id,
        aggregate_balances.source_row
    FROM aggregate_balances
    INNER JOIN regions
        ON aggregate_balances.region_code = regions.code
    WHERE
        aggregate_balances.kind = 'micro'
        AND aggregate_balances.as_of IS NOT NULL
        AND aggregate_balances.balance_fen IS NOT NULL
)

SELECT
    region_code,
    from_on,
    until_on,
    balance_fen AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM fund
WHERE until_on IS NULL OR from_on < until_on
UNION ALL
SELECT
    region_code,
    from_on,
    until_on,
    0 AS numerator,
    balance_fen AS denominator,
    batch_id,
    source_row
FROM lent
WHERE until_on IS NULL OR from_on < until_on
