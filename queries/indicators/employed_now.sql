-- purpose: persons in work through the programmes $kinds that began on $counted_from or later; who has several jobs on
--     a day counts once per province, at the one that began first; $sex '' asks for all
-- params: counted_from DATE, kinds TEXT, sex TEXT
-- tables: employment, region_closure
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH jobs AS (
    SELECT
        region_closure.ancestor_code AS province_code,
        employment.person_key,
        employment.region_code,
        employment.start_on,
        employment.end_on,
        COALESCE(employment.end_on, DATE '9999-12-31') AS last_on,
        employment.batch_id,
        employment.source_row
    FROM employment
    INNER JOIN region_closure
        ON employment.region_code = region_closure.descendant_code
    WHERE
        region_closure.ancestor_level = 1
        AND POSITION('|' || employment.kind || '|' IN $kinds) > 0
        AND ($sex = '' OR employment.sex = $sex)
        AND employment.start_on >= $counted_from
        AND employment.person_key IS NOT NULL
        AND (employment.end_on IS NULL OR employment.start_on < employment.end_on)
),

-- A job counts from the day on which no earlier job of the person runs any more.
after_earlier AS (
    SELECT
        region_code,
        start_on,
        end_on,
        last_on,
        batch_id,
        source_row,
        MAX(last_on) OVER (
            PARTITION BY province_code, person_key
            ORDER BY start_on, batch_id, source_row
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS earlier_until
    FROM jobs
)

SELECT
    region_code,
    GREATEST(start_on, COALESCE(earlier_until, start_on)) AS from_on,
    end_on AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM after_earlier
WHERE earlier_until IS NULL OR earlier_until < last_on
