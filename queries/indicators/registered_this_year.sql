-- purpose: entries of one kind in the general register, each until the end of its calendar year
-- params: kind TEXT
-- tables: registers, calendar
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    registers.region_code,
    registers.from_on,
    calendar.next_year_on AS until_on,
    1 AS numerator,
    0 AS denominator,
    registers.batch_id,
    registers.source_row
FROM registers
INNER JOIN calendar
    ON registers.from_on = calendar.on_date AND calendar.months = 12
WHERE registers.kind = $kind
