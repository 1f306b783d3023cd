-- purpose: households whose animals of one kind were bought back, and those whose every price so far was above the
-- local market's; a household counts once per county, at the place of its first buy-back; a missing price is not above
-- params: kind TEXT
-- tables: grants, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH bought AS (
    SELECT
        regions.home_code,
        grants.household_no,
        grants.region_code,
        grants.bought_back_on,
        grants.batch_id,
        grants.source_row,
        CASE WHEN grants.buyback_price_fen > grants.market_price_fen THEN 1 ELSE 0 END AS above
    FROM grants
    INNER JOIN regions
        ON grants.region_code = regions.code
    WHERE grants.kind = $kind AND grants.bought_back_on IS NOT NULL AND grants.household_no IS NOT NULL
),

so_far AS (
    SELECT
        bought_back_on AS from_on,
        batch_id,
        source_row,
        FIRST_VALUE(region_code) OVER turns AS region_code,
        LEAD(bought_back_on) OVER turns AS until_on,
        MIN(above) OVER (turns ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS above
    FROM bought
    WINDOW turns AS (PARTITION BY home_code, household_no ORDER BY bought_back_on, batch_id, source_row)
)

SELECT
    region_code,
    from_on,
    until_on,
    above AS numerator,
    1 AS denominator,
    batch_id,
    source_row
FROM so_far
WHERE until_on IS NULL OR from_on < until_on
