-- purpose: of what stands on a list for one matter, what is done; a thing removed from the list counts no longer
-- params: kind TEXT
-- tables: rosters
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH listed AS (
    SELECT
        region_code,
        listed_on,
        removed_on,
        GREATEST(listed_on, done_on) AS counted_on,
        done_on IS NOT NULL AS is_done,
        batch_id,
        source_row
    FROM rosters
    WHERE kind = $kind AND listed_on IS NOT NULL AND (removed_on IS NULL OR listed_on < removed_on)
)

SELECT
    region_code,
    listed_on AS from_on,
    removed_on AS until_on,
    0 AS numerator,
    1 AS denominator,
    batch_id,
    source_row
FROM listed
UNION ALL
SELECT
    region_code,
    counted_on AS from_on,
    removed_on AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM listed
WHERE is_done AND (removed_on IS NULL OR counted_on < removed_on)
