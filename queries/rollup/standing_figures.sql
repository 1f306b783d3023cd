-- purpose: the regions that filled in a figure of an indicator themselves, from the first one until records cover them;
--     a renamed region is one region
-- params:
-- tables: reported_figures, regions, covered_by_records
-- returns: indicator_id, region_code, level_rank, from_on, until_on
SELECT
    reported_figures.indicator AS indicator_id,
    regions.same_region_code AS region_code,
    regions.level_rank,
    MIN(reported_figures.as_of) AS from_on,
    MIN(covered_by_records.covered_from) AS until_on
FROM reported_figures
INNER JOIN regions
    ON reported_figures.region_code = regions.code
LEFT JOIN covered_by_records
    ON
        reported_figures.indicator = covered_by_records.indicator_id
        AND regions.same_region_code = covered_by_records.region_code
WHERE reported_figures.numerator IS NOT NULL
GROUP BY reported_figures.indicator, regions.same_region_code, regions.level_rank
HAVING
    MIN(covered_by_records.covered_from) IS NULL
    OR MIN(reported_figures.as_of) < MIN(covered_by_records.covered_from)
