-- purpose: shortfalls of the risk funds of one kind made good within $days, of those made good or older than that. A
--     shortfall is made good on the day on which the top-ups of the county that name it reach what was missing
-- params: days INTEGER, fund_kind TEXT
-- tables: risk_fund_events, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH events AS (
    SELECT
        regions.home_code,
        risk_fund_events.event_no,
        risk_fund_events.trigger_no,
        risk_fund_events.kind,
        risk_fund_events.region_code,
        risk_fund_events.happened_on,
        risk_fund_events.amount_fen,
        risk_fund_events.batch_id,
        risk_fund_events.source_row
    FROM risk_fund_events
    INNER JOIN regions
        ON risk_fund_events.region_code = regions.code
    WHERE
        risk_fund_events.fund_kind = $fund_kind
        AND risk_fund_events.happened_on IS NOT NULL
        AND risk_fund_events.amount_fen IS NOT NULL
),

shortfalls AS (
    SELECT
        home_code,
        event_no,
        region_code,
        happened_on AS short_on,
        happened_on + CAST($days AS INTEGER) AS due_on,
        amount_fen AS missing_fen,
        batch_id,
        source_row
    FROM events
    WHERE kind = 'short'
),

answers AS (
    SELECT
        shortfalls.batch_id,
        shortfalls.source_row,
        shortfalls.missing_fen,
        events.happened_on,
        SUM(events.amount_fen) OVER (
            PARTITION BY shortfalls.batch_id, shortfalls.source_row ORDER BY events.happened_on
        ) AS paid_fen
    FROM shortfalls
    INNER JOIN events
        ON
            shortfalls.home_code = events.home_code
            AND shortfalls.event_no = events.trigger_no
            AND shortfalls.short_on <= events.happened_on
    WHERE events.kind = 'topped_up'
),

made_good AS (
    SELECT
        batch_id,
        source_row,
        MIN(happened_on) AS made_good_on
    FROM answers
    WHERE paid_fen >= missing_fen
    GROUP BY batch_id, source_row
)

SELECT
    shortfalls.region_code,
    LEAST(shortfalls.due_on, COALESCE(made_good.made_good_on, shortfalls.due_on)) AS from_on,
    CAST(NULL AS DATE) AS until_on,
    CASE WHEN made_good.made_good_on <= shortfalls.due_on THEN 1 ELSE 0 END AS numerator,
    1 AS denominator,
    shortfalls.batch_id,
    shortfalls.source_row
FROM shortfalls
LEFT JOIN made_good
    ON shortfalls.batch_id = made_good.batch_id AND shortfalls.source_row = made_good.source_row
