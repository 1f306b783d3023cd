-- purpose: what was spent on one purpose, and the employment fund, of one calendar year; both begin anew on 1 January
-- params: purpose TEXT
-- tables: fund_expenses, calendar
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    fund_expenses.region_code,
    fund_expenses.booked_on AS from_on,
    calendar.next_year_on AS until_on,
    CASE WHEN fund_expenses.kind = 'expense' THEN fund_expenses.amount_fen ELSE 0 END AS numerator,
    CASE WHEN fund_expenses.kind = 'fund' THEN fund_expenses.amount_fen ELSE 0 END AS denominator,
    fund_expenses.batch_id,
    fund_expenses.source_row
FROM fund_expenses
INNER JOIN calendar
    ON fund_expenses.booked_on = calendar.on_date
WHERE
    calendar.months = 12
    AND fund_expenses.amount_fen IS NOT NULL
    AND (fund_expenses.kind = 'fund' OR (fund_expenses.kind = 'expense' AND fund_expenses.purpose = $purpose))
