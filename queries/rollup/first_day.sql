-- purpose: the first day on which anything moved
-- params:
-- tables: deltas
-- returns: first_on
SELECT MIN(on_date) AS first_on
FROM deltas
