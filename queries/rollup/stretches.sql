-- purpose: for each region below one that filled in a figure itself: the stretches of time and the level that what it
--     counts does not rise above, because the figure of the upper region stands there (-1: it rises to the top)
-- params:
-- tables: standing_figures, region_closure
-- returns: indicator_id, region_code, from_on, until_on, above_level
WITH uppers AS (
    SELECT
        standing_figures.indicator_id,
        region_closure.descendant_code AS region_code,
        standing_figures.level_rank,
        standing_figures.from_on,
        standing_figures.until_on
    FROM standing_figures
    INNER JOIN region_closure
        ON standing_figures.region_code = region_closure.ancestor_code
    WHERE region_closure.descendant_code <> standing_figures.region_code
),

cuts AS (
    SELECT
        indicator_id,
        region_code,
        from_on AS cut_on
    FROM uppers
    UNION
    SELECT
        indicator_id,
        region_code,
        until_on AS cut_on
    FROM uppers
    WHERE until_on IS NOT NULL
    UNION
    SELECT
        indicator_id,
        region_code,
        DATE '0001-01-01' AS cut_on
    FROM uppers
),

ranges AS (
    SELECT
        indicator_id,
        region_code,
        cut_on AS from_on,
        LEAD(cut_on) OVER (PARTITION BY indicator_id, region_code ORDER BY cut_on) AS until_on
    FROM cuts
)

SELECT
    ranges.indicator_id,
    ranges.region_code,
    ranges.from_on,
    ranges.until_on,
    COALESCE(MAX(uppers.level_rank), -1) AS above_level
FROM ranges
LEFT JOIN uppers
    ON
        ranges.indicator_id = uppers.indicator_id
        AND ranges.region_code = uppers.region_code
        AND uppers.from_on <= ranges.from_on
        AND (uppers.until_on IS NULL OR ranges.from_on < uppers.until_on)
GROUP BY ranges.indicator_id, ranges.region_code, ranges.from_on, ranges.until_on
