-- purpose: households with a policy of the kinds $kinds that covers the day; a household with several counts once per
--     county, at the one that began first. The last day of a policy is covered
-- params: kinds TEXT
-- tables: insurance_policies, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH covered AS (
    SELECT
        regions.home_code,
        insurance_policies.household_no,
        insurance_policies.region_code,
        insurance_policies.from_on,
        insurance_policies.to_on + 1 AS until_on,
        COALESCE(insurance_policies.to_on + 1, DATE '9999-12-31') AS last_on,
        insurance_policies.batch_id,
        insurance_policies.source_row
    FROM insurance_policies
    INNER JOIN regions
        ON insurance_policies.region_code = regions.code
    WHERE
        POSITION('|' || insurance_policies.kind || '|' IN $kinds) > 0
        AND insurance_policies.household_no IS NOT NULL
        AND insurance_policies.from_on IS NOT NULL
        AND (insurance_policies.to_on IS NULL OR insurance_policies.from_on <= insurance_policies.to_on)
),

after_earlier AS (
    SELECT
        region_code,
        from_on,
        until_on,
        last_on,
        batch_id,
        source_row,
        MAX(last_on) OVER (
            PARTITION BY home_code, household_no
            ORDER BY from_on, batch_id, source_row
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS earlier_until
    FROM covered
)

SELECT
    region_code,
    GREATEST(from_on, COALESCE(earlier_until, from_on)) AS from_on,
    until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM after_earlier
WHERE earlier_until IS NULL OR earlier_until < last_on
