-- purpose: referrals pushed through the platform, each on the day it was pushed
-- params:
-- tables: referrals
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    pushed_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM referrals
WHERE pushed_on IS NOT NULL
