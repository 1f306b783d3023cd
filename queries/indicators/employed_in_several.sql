-- purpose: persons who have found work through two or more of the programmes $kinds since $counted_from; those of
--     $as_one are one programme. A person counts once per province, at the start in the second programme
-- params: counted_from DATE, kinds TEXT, as_one TEXT
-- tables: employment, region_closure
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH started AS (
    SELECT
        region_closure.ancestor_code AS province_code,
        employment.person_key,
        employment.region_code,
        employment.start_on,
        employment.batch_id,
        employment.source_row,
        ROW_NUMBER() OVER (
            PARTITION BY
                region_closure.ancestor_code,
                employment.person_key,
                CASE WHEN POSITION('|' || employment.kind || '|' IN $as_one) > 0 THEN $as_one ELSE employment.kind END
            ORDER BY employment.start_on, employment.batch_id, employment.source_row
        ) AS turn
    FROM employment
    INNER JOIN region_closure
        ON employment.region_code = region_closure.descendant_code
    WHERE
        region_closure.ancestor_level = 1
        AND POSITION('|' || employment.kind || '|' IN $kinds) > 0
        AND employment.start_on >= $counted_from
        AND employment.person_key IS NOT NULL
),

programmes AS (
    SELECT
        region_code,
        start_on,
        batch_id,
        source_row,
        ROW_NUMBER() OVER (
            PARTITION BY province_code, person_key ORDER BY start_on, batch_id, source_row
        ) AS programme
    FROM started
    WHERE turn = 1
)

SELECT
    region_code,
    start_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM programmes
WHERE programme = 2
