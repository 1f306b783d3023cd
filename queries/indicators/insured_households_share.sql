-- purpose: relieved and monitored households with a policy of the kinds $kinds that covers the day, once per county,
--     of all such households. A policy counts that says it is one of such a household. The facts of a region stand
--     until its next ones; from the first facts of a county or township on, those of the regions inside it no longer
--     count
-- params: kinds TEXT
-- tables: insurance_policies, region_facts, regions, region_closure
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH covered AS (
    SELECT
        regions.home_code,
        insurance_policies.household_no,
        insurance_policies.region_code,
        insurance_policies.from_on,
        insurance_policies.to_on + 1 AS until_on,
        COALESCE(insurance_policies.to_on + 1, DATE '9999-12-31') AS last_on,
        insurance_policies.batch_id,
        insurance_policies.source_row
    FROM insurance_policies
    INNER JOIN regions
        ON insurance_policies.region_code = regions.code
    WHERE
        POSITION('|' || insurance_policies.kind || '|' IN $kinds) > 0
        AND insurance_policies.poor_household
        AND insurance_policies.household_no IS NOT NULL
        AND insurance_policies.from_on IS NOT NULL
        AND (insurance_policies.to_on IS NULL OR insurance_policies.from_on <= insurance_policies.to_on)
),

after_earlier AS (
    SELECT
        region_code,
        from_on,
        until_on,
        last_on,
        batch_id,
        source_row,
        MAX(last_on) OVER (
            PARTITION BY home_code, household_no
            ORDER BY from_on, batch_id, source_row
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS earlier_until
    FROM covered
),

facts AS (
    SELECT
        regions.same_region_code,
        region_facts.region_code,
        region_facts.as_of AS from_on,
        LEAD(region_facts.as_of) OVER (
            PARTITION BY regions.same_region_code
            ORDER BY region_facts.as_of, region_facts.batch_id, region_facts.source_row
        ) AS next_on,
        region_facts.poor_households,
        region_facts.batch_id,
        region_facts.source_row
    FROM region_facts
    INNER JOIN regions
        ON region_facts.region_code = regions.code
    WHERE regions.level_rank >= 3 AND region_facts.as_of IS NOT NULL AND region_facts.poor_households IS NOT NULL
),

known_above AS (
    SELECT
        inner_facts.same_region_code,
        MIN(outer_facts.from_on) AS above_on
    FROM facts AS inner_facts
    INNER JOIN region_closure
        ON inner_facts.same_region_code = region_closure.descendant_code
    INNER JOIN facts AS outer_facts
        ON region_closure.ancestor_code = outer_facts.same_region_code
    WHERE inner_facts.same_region_code <> outer_facts.same_region_code
    GROUP BY inner_facts.same_region_code
),

base AS (
    SELECT
        facts.region_code,
        facts.from_on,
        NULLIF(
            LEAST(
                COALESCE(facts.next_on, DATE '9999-12-31'),
                COALESCE(known_above.above_on, DATE '9999-12-31')
            ),
            DATE '9999-12-31'
        ) AS until_on,
        facts.poor_households,
        facts.batch_id,
        facts.source_row
    FROM facts
    LEFT JOIN known_above
        ON facts.same_region_code = known_above.same_region_code
)

SELECT
    region_code,
    GREATEST(from_on, COALESCE(earlier_until, from_on)) AS from_on,
    until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM after_earlier
WHERE earlier_until IS NULL OR earlier_until < last_on
UNION ALL
SELECT
    region_code,
    from_on,
    until_on,
    0 AS numerator,
    poor_households AS denominator,
    batch_id,
    source_row
FROM base
WHERE until_on IS NULL OR from_on < until_on
