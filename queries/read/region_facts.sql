-- purpose: facts of the regions named: of each fact what the rows below (or of the region itself) come to, by the
--     level of those rows, with how many of them tell it and their newest day; of one region the newest row counts
-- params: as_of DATE, region_codes LIST
-- tables: scoped_region_facts, scoped_closure
-- returns: region_code, fact, level_rank, total, rows_told, newest_on
WITH told AS (
    SELECT
        scoped_region_facts.region_code,
        scoped_region_facts.as_of,
        'population' AS fact,
        scoped_region_facts.population AS value
    FROM scoped_region_facts
    UNION ALL
    SELECT
        scoped_region_facts.region_code,
        scoped_region_facts.as_of,
        'adults' AS fact,
        scoped_region_facts.adults AS value
    FROM scoped_region_facts
    UNION ALL
    SELECT
        scoped_region_facts.region_code,
        scoped_region_facts.as_of,
        'households' AS fact,
        scoped_region_facts.households AS value
    FROM scoped_region_facts
    UNION ALL
    SELECT
        scoped_region_facts.region_code,
        scoped_region_facts.as_of,
        'poor_households' AS fact,
        scoped_region_facts.poor_households AS value
    FROM scoped_region_facts
    UNION ALL
    SELECT
        scoped_region_facts.region_code,
        scoped_region_facts.as_of,
        'disabled_persons' AS fact,
        scoped_region_facts.disabled_persons AS value
    FROM scoped_region_facts
),

ordered AS (
    SELECT
        told.region_code,
        told.fact,
        told.value,
        told.as_of,
        ROW_NUMBER() OVER (PARTITION BY told.region_code, told.fact ORDER BY told.as_of DESC, told.value DESC) AS place
    FROM told
    WHERE told.value IS NOT NULL AND told.as_of <= $as_of
)

SELECT
    scoped_closure.ancestor_code AS region_code,
    ordered.fact,
    own_line.ancestor_level AS level_rank,
    CAST(SUM(ordered.value) AS BIGINT) AS total,
    CAST(COUNT(*) AS BIGINT) AS rows_told,
    MAX(ordered.as_of) AS newest_on
FROM ordered
INNER JOIN scoped_closure
    ON ordered.region_code = scoped_closure.descendant_code
INNER JOIN scoped_closure AS own_line
    ON ordered.region_code = own_line.descendant_code AND ordered.region_code = own_line.ancestor_code
WHERE ordered.place = 1 AND scoped_closure.ancestor_code IN (SELECT UNNEST($region_codes))
GROUP BY scoped_closure.ancestor_code, ordered.fact, own_line.ancestor_level
ORDER BY scoped_closure.ancestor_code, ordered.fact, own_line.ancestor_level
