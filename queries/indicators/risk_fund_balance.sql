-- purpose: balance of the risk compensation funds of one kind. What an event leaves on an account stands until the
--     next event of the same fund and bank
-- params: fund_kind TEXT
-- tables: risk_fund_events, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH standing AS (
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
)

SELECT
    region_code,
    from_on,
    until_on,
    balance_fen AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM standing
WHERE until_on IS NULL OR from_on < until_on
