-- purpose: the newest figure that a region filled in itself (单位填报) of one indicator up to a day
-- params: indicator_id TEXT, region_code TEXT, as_of DATE
-- tables: scoped_reported_figures, scoped_regions
-- returns: as_of, numerator, denominator, batch_id
SELECT
    scoped_reported_figures.as_of,
    scoped_reported_figures.numerator,
    scoped_reported_figures.denominator,
    scoped_reported_figures.batch_id
FROM scoped_reported_figures
INNER JOIN scoped_regions
    ON scoped_reported_figures.region_code = scoped_regions.code
WHERE
    scoped_reported_figures.indicator = $indicator_id
    AND scoped_regions.same_region_code = $region_code
    AND scoped_reported_figures.as_of <= $as_of
    AND scoped_reported_figures.numerator IS NOT NULL
ORDER BY
    scoped_reported_figures.as_of DESC,
    scoped_reported_figures.batch_id DESC,
    scoped_reported_figures.source_row DESC
LIMIT 1
