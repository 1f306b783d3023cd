-- purpose: households given animals of one kind, and those whose males, females or cost ($part: males, females,
-- cost_fen), all grants so far added up, are $number ($sense exactly) or no more (at_most); a household counts once
-- per county, at the place of its first grant; one with nothing but blanks is not right
-- params: kind TEXT, part TEXT, sense TEXT, number BIGINT
-- tables: grants, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH given AS (
    SELECT
        regions.home_code,
        grants.household_no,
        grants.region_code,
        grants.granted_on,
        grants.batch_id,
        grants.source_row,
        CASE $part WHEN 'males' THEN grants.males WHEN 'females' THEN grants.females ELSE grants.cost_fen END AS amount
    FROM grants
    INNER JOIN regions
        ON grants.region_code = regions.code
    WHERE grants.kind = $kind AND grants.granted_on IS NOT NULL AND grants.household_no IS NOT NULL
),

so_far AS (
    SELECT
        granted_on AS from_on,
        batch_id,
        source_row,
        FIRST_VALUE(region_code) OVER turns AS region_code,
        LEAD(granted_on) OVER turns AS until_on,
        SUM(amount) OVER (turns ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS amount
    FROM given
    WINDOW turns AS (PARTITION BY home_code, household_no ORDER BY granted_on, batch_id, source_row)
)

SELECT
    region_code,
    from_on,
    until_on,
    CASE WHEN amount = $number OR ($sense = 'at_most' AND amount < $number) THEN 1 ELSE 0 END AS numerator,
    1 AS denominator,
    batch_id,
    source_row
FROM so_far
WHERE until_on IS NULL OR from_on < until_on
