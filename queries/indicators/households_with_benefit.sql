-- purpose: households with a booked benefit; a household counts once per county from $counted_from on
-- params: counted_from DATE
-- tables: income_benefits, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH booked AS (
    SELECT
        income_benefits.region_code,
        income_benefits.booked_on,
        income_benefits.batch_id,
        income_benefits.source_row,
        ROW_NUMBER() OVER (
            PARTITION BY regions.home_code, income_benefits.household_no
            ORDER BY income_benefits.booked_on, income_benefits.batch_id, income_benefits.source_row
        ) AS turn
    FROM income_benefits
    INNER JOIN regions
        ON income_benefits.region_code = regions.code
    WHERE
        income_benefits.booked_on >= $counted_from
        AND income_benefits.household_no IS NOT NULL
        AND income_benefits.amount_fen > 0
)

SELECT
    region_code,
    booked_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM booked
WHERE turn = 1
