-- purpose: figures that units filled in themselves, each standing from its date to the next one of the same unit;
--     where records of a unit exist they win. above_level: a unit's figure goes up only to below the nearest
--     upper unit that filled in the same indicator, whose own figure stands there. A renamed unit is one unit.
-- params:
-- tables: reported_figures, region_closure, reported_by_records, regions
-- returns: indicator_id, region_code, above_level, from_on, until_on, numerator, denominator, batch_id, source_row
WITH filled AS (
    SELECT
        reported_figures.indicator AS indicator_id,
        regions.same_region_code AS region_code,
        reported_figures.as_of AS from_on,
        LEAD(reported_figures.as_of) OVER (
            PARTITION BY reported_figures.indicator, regions.same_region_code
            ORDER BY reported_figures.as_of, reported_figures.batch_id, reported_figures.source_row
        ) AS until_on,
        reported_figures.numerator,
        reported_figures.denominator,
        reported_figures.batch_id,
        reported_figures.source_row
    FROM reported_figures
    INNER JOIN regions
        ON reported_figures.region_code = regions.code
    LEFT JOIN reported_by_records
        ON
            reported_figures.indicator = reported_by_records.indicator_id
            AND regions.same_region_code = reported_by_records.region_code
    WHERE reported_by_records.indicator_id IS NULL AND reported_figures.numerator IS NOT NULL
),

fillers AS (
    SELECT DISTINCT
        indicator_id,
        region_code
    FROM filled
),

uppers AS (
    SELECT
        lower_unit.indicator_id,
        lower_unit.region_code,
        MAX(region_closure.ancestor_level) AS above_level
    FROM fillers AS lower_unit
    INNER JOIN region_closure
        ON lower_unit.region_code = region_closure.descendant_code
    INNER JOIN fillers AS upper_unit
        ON
            region_closure.ancestor_code = upper_unit.region_code
            AND lower_unit.indicator_id = upper_unit.indicator_id
    WHERE region_closure.ancestor_code <> lower_unit.region_code
    GROUP BY lower_unit.indicator_id, lower_unit.region_code
)

SELECT
    filled.indicator_id,
    filled.region_code,
    COALESCE(uppers.above_level, -1) AS above_level,
    filled.from_on,
    filled.until_on,
    filled.numerator,
    filled.denominator,
    filled.batch_id,
    filled.source_row
FROM filled
LEFT JOIN uppers
    ON filled.indicator_id = uppers.indicator_id AND filled.region_code = uppers.region_code
