-- purpose: prices at which animals of one kind were bought back, and the market prices of those years and places
-- params: kind TEXT
-- tables: grants
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    bought_back_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    buyback_price_fen AS numerator,
    market_price_fen AS denominator,
    batch_id,
    source_row
FROM grants
WHERE
    kind = $kind
    AND bought_back_on IS NOT NULL
    AND buyback_price_fen IS NOT NULL
    AND market_price_fen IS NOT NULL
