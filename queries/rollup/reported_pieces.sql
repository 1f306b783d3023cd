-- purpose: figures that units filled in themselves, each standing from its date to the next one of the same unit, or
--     until records cover the unit. A renamed unit is one unit.
-- params:
-- tables: reported_figures, regions, covered_by_records
-- returns: indicator_id, region_code, from_on, until_on, numerator, denominator
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
        reported_figures.denominator
    FROM reported_figures
    INNER JOIN regions
        ON reported_figures.region_code = regions.code
    WHERE reported_figures.numerator IS NOT NULL
)

SELECT
    filled.indicator_id,
    filled.region_code,
    filled.from_on,
    LEAST(filled.until_on, covered_by_records.covered_from) AS until_on,
    filled.numerator,
    filled.denominator
FROM filled
LEFT JOIN covered_by_records
    ON
        filled.indicator_id = covered_by_records.indicator_id
        AND filled.region_code = covered_by_records.region_code
WHERE covered_by_records.covered_from IS NULL OR filled.from_on < covered_by_records.covered_from
