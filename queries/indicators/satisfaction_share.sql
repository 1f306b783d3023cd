-- purpose: satisfied and fairly satisfied answers of all answers since $counted_from
-- params: counted_from DATE
-- tables: survey_responses
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    answered_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    CASE WHEN answer IN ('satisfied', 'fairly_satisfied') THEN 1 ELSE 0 END AS numerator,
    1 AS denominator,
    batch_id,
    source_row
FROM survey_responses
WHERE answered_on >= $counted_from AND answer IS NOT NULL
