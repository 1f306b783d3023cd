-- purpose: the places of some kinds inside a region that had opened by a day, and how they stood on it
-- params: region_code TEXT, as_of DATE, kinds LIST
-- tables: scoped_places, scoped_closure
-- returns: ledger, kind, place_no, name, organisation, region_code, opened_on, closed_on, longitude, latitude,
--     barrier_free, state
SELECT
    scoped_places.ledger,
    scoped_places.kind,
    scoped_places.place_no,
    scoped_places.name,
    scoped_places.organisation,
    scoped_places.region_code,
    scoped_places.opened_on,
    scoped_places.closed_on,
    scoped_places.longitude,
    scoped_places.latitude,
    scoped_places.barrier_free,
    CASE
        WHEN scoped_places.closed_on <= $as_of THEN 'closed'
        WHEN
            scoped_places.suspended_on <= $as_of
            AND (scoped_places.resumed_on IS NULL OR scoped_places.resumed_on > $as_of)
            THEN 'suspended'
        ELSE 'open'
    END AS state
FROM scoped_places
INNER JOIN scoped_closure
    ON scoped_places.region_code = scoped_closure.descendant_code
WHERE
    scoped_closure.ancestor_code = $region_code
    AND scoped_places.opened_on <= $as_of
    AND scoped_places.kind IN (SELECT UNNEST($kinds))
ORDER BY
    scoped_places.ledger,
    scoped_places.region_code,
    scoped_places.kind,
    scoped_places.opened_on,
    scoped_places.organisation,
    scoped_places.place_no
