-- purpose: money approved and not yet paid out, until it is paid out or the applicant withdraws
-- params:
-- tables: loan_needs
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
SELECT
    region_code,
    decided_on AS from_on,
    LEAST(disbursed_on, withdrawn_on) AS until_on,
    amount_fen AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM loan_needs
WHERE
    decision = 'approved'
    AND decided_on IS NOT NULL
    AND amount_fen IS NOT NULL
    AND (disbursed_on IS NULL OR decided_on < disbursed_on)
    AND (withdrawn_on IS NULL OR decided_on < withdrawn_on)
