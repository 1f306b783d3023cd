-- purpose: relieved and monitored households of villages, and those of them whose village has a place where banking
--     can be done. Only rows kept by village count; a row stands until the next one of its village
-- params:
-- tables: region_facts, outlets, devices, service_points, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH villages AS (
    SELECT
        region_facts.region_code,
        regions.same_region_code,
        region_facts.as_of AS from_on,
        LEAD(region_facts.as_of) OVER (
            PARTITION BY regions.same_region_code
            ORDER BY region_facts.as_of, region_facts.batch_id, region_facts.source_row
        ) AS until_on,
        region_facts.poor_households,
        region_facts.batch_id,
        region_facts.source_row
    FROM region_facts
    INNER JOIN regions
        ON region_facts.region_code = regions.code
    WHERE regions.level_rank = 5 AND region_facts.as_of IS NOT NULL AND region_facts.poor_households IS NOT NULL
),

base AS (
    SELECT
        region_code,
        same_region_code,
        from_on,
        until_on,
        poor_households,
        batch_id,
        source_row
    FROM villages
    WHERE until_on IS NULL OR from_on < until_on
),

access AS (
    SELECT
        region_code,
        opened_on AS from_on,
        closed_on AS until_on
    FROM outlets
    WHERE COALESCE(org_type, 'bank') = 'bank' AND opened_on IS NOT NULL
    UNION ALL
    SELECT
        region_code,
        installed_on AS from_on,
        removed_on AS until_on
    FROM devices
    WHERE installed_on IS NOT NULL
    UNION ALL
    SELECT
        region_code,
        opened_on AS from_on,
        closed_on AS until_on
    FROM service_points
    WHERE opened_on IS NOT NULL
),

placed AS (
    SELECT
        regions.same_region_code,
        access.from_on,
        access.until_on
    FROM access
    INNER JOIN regions
        ON access.region_code = regions.code
    WHERE access.until_on IS NULL OR access.from_on < access.until_on
),

movements AS (
    SELECT
        same_region_code,
        from_on AS on_date,
        1 AS change
    FROM placed
    UNION ALL
    SELECT
        same_region_code,
        until_on AS on_date,
        -1 AS change
    FROM placed
    WHERE until_on IS NOT NULL
),

daily AS (
    SELECT
        same_region_code,
        on_date,
        SUM(change) AS change
    FROM movements
    GROUP BY same_region_code, on_date
    HAVING SUM(change) <> 0
),

running AS (
    SELECT
        same_region_code,
        on_date,
        SUM(change) OVER (PARTITION BY same_region_code ORDER BY on_date) AS open_now,
        SUM(change) OVER (PARTITION BY same_region_code ORDER BY on_date) - change AS open_before
    FROM daily
),

turns AS (
    SELECT
        same_region_code,
        on_date,
        open_now,
        LEAD(on_date) OVER (PARTITION BY same_region_code ORDER BY on_date) AS next_on
    FROM running
    WHERE (open_now > 0 AND open_before <= 0) OR (open_now <= 0 AND open_before > 0)
)

SELECT
    region_code,
    from_on,
    until_on,
    0 AS numerator,
    poor_households AS denominator,
    batch_id,
    source_row
FROM base
UNION ALL
SELECT
    base.region_code,
    GREATEST(base.from_on, turns.on_date) AS from_on,
    LEAST(base.until_on, turns.next_on) AS until_on,
    base.poor_households AS numerator,
    0 AS denominator,
    base.batch_id,
    base.source_row
FROM base
INNER JOIN turns
    ON base.same_region_code = turns.same_region_code
WHERE
    turns.open_now > 0
    AND (base.until_on IS NULL OR turns.on_date < base.until_on)
    AND (turns.next_on IS NULL OR base.from_on < turns.next_on)
