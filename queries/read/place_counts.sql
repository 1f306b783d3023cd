-- purpose: places inside a region by kind and organisation: how many stand on a day, stood on an earlier one, opened
--     and closed in between; of how many it is said whether they are barrier-free
-- params: region_code TEXT, as_of DATE, since DATE
-- tables: scoped_places, scoped_closure
-- returns: kind, organisation, standing, suspended, stood_before, opened, closed, barrier_free, barrier_told
WITH stands AS (
    SELECT
        scoped_places.kind,
        scoped_places.organisation,
        scoped_places.barrier_free,
        scoped_places.opened_on > $since AS is_new,
        scoped_places.closed_on > $since AND scoped_places.closed_on <= $as_of AS is_gone,
        scoped_places.closed_on IS NULL OR scoped_places.closed_on > $as_of AS is_kept,
        COALESCE(
            scoped_places.suspended_on <= $as_of
            AND (scoped_places.resumed_on IS NULL OR scoped_places.resumed_on > $as_of), FALSE
        ) AS is_suspended,
        scoped_places.opened_on <= $since
        AND (scoped_places.closed_on IS NULL OR scoped_places.closed_on > $since)
        AND NOT COALESCE(
            scoped_places.suspended_on <= $since
            AND (scoped_places.resumed_on IS NULL OR scoped_places.resumed_on > $since), FALSE
        ) AS stood
    FROM scoped_places
    INNER JOIN scoped_closure
        ON scoped_places.region_code = scoped_closure.descendant_code
    WHERE
        scoped_closure.ancestor_code = $region_code
        AND scoped_places.opened_on <= $as_of
)

SELECT
    stands.kind,
    stands.organisation,
    COUNT(*) FILTER (WHERE stands.is_kept AND NOT stands.is_suspended) AS standing,
    COUNT(*) FILTER (WHERE stands.is_kept AND stands.is_suspended) AS suspended,
    COUNT(*) FILTER (WHERE stands.stood) AS stood_before,
    COUNT(*) FILTER (WHERE stands.is_new) AS opened,
    COUNT(*) FILTER (WHERE stands.is_gone) AS closed,
    COUNT(*) FILTER (WHERE stands.is_kept AND stands.barrier_free) AS barrier_free,
    COUNT(*) FILTER (WHERE stands.is_kept AND stands.barrier_free IS NOT NULL) AS barrier_told
FROM stands
GROUP BY stands.kind, stands.organisation
ORDER BY stands.kind, stands.organisation
