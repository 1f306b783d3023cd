-- purpose: money lent of one kind, as the cumulative totals of a bank grow from one row to the next of its region. The
--     first row is the base only, for it may reach back for years; a total that has fallen adds nothing
-- params: kind TEXT
-- tables: aggregate_balances, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH told AS (
    SELECT
        aggregate_balances.bank,
        regions.same_region_code,
        aggregate_balances.region_code,
        aggregate_balances.as_of,
        aggregate_balances.granted_total_fen,
        aggregate_balances.batch_id,
        aggregate_balances.source_row,
        LEAD(aggregate_balances.as_of) OVER (
            PARTITION BY aggregate_balances.bank, regions.same_region_code
            ORDER BY aggregate_balances.as_of, aggregate_balances.batch_id, aggregate_balances.source_row
        ) AS next_on
    FROM aggregate_balances
    INNER JOIN regions
        ON aggregate_balances.region_code = regions.code
    WHERE
        aggregate_balances.kind = $kind
        AND aggregate_balances.as_of IS NOT NULL
        AND aggregate_balances.granted_total_fen IS NOT NULL
),

grown AS (
    SELECT
        region_code,
        as_of,
        granted_total_fen - LAG(granted_total_fen) OVER (
            PARTITION BY bank, same_region_code ORDER BY as_of
        ) AS added_fen,
        batch_id,
        source_row
    FROM told
    WHERE next_on IS NULL OR as_of < next_on
)

SELECT
    region_code,
    as_of AS from_on,
    CAST(NULL AS DATE) AS until_on,
    GREATEST(added_fen, 0) AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM grown
WHERE added_fen IS NOT NULL
