-- purpose: persons who have found work through the programmes $kinds since $counted_from; a person counts once per
--     province, at the first start; $sex '' asks for all
-- params: counted_from DATE, kinds TEXT, sex TEXT
-- tables: employment, region_closure
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH started AS (
    SELECT
        employment.region_code,
        employment.start_on,
        employment.batch_id,
        employment.source_row,
        ROW_NUMBER() OVER (
            PARTITION BY region_closure.ancestor_code, employment.person_key
            ORDER BY employment.start_on, employment.batch_id, employment.source_row
        ) AS turn
    FROM employment
    INNER JOIN region_closure
        ON employment.region_code = region_closure.descendant_code
    WHERE
        region_closure.ancestor_level = 1
        AND POSITION('|' || employment.kind || '|' IN $kinds) > 0
        AND ($sex = '' OR employment.sex = $sex)
        AND employment.start_on >= $counted_from
        AND employment.person_key IS NOT NULL
)

SELECT
    region_code,
    start_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM started
WHERE turn = 1
