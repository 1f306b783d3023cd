-- purpose: what the bank answered to each referral, by the county and number of the referral; of two answers the later
--     batch counts
-- params:
-- tables: referral_outcomes, regions
-- returns: home_code, referral_no, accepted_on, visited_on, qualified, matched_product, decision, decided_on,
--     reject_reason, feedback_on, handled_place, disbursed_on, loan_no, lender, batch_id, source_row
WITH told AS (
    SELECT
        regions.home_code,
        referral_outcomes.referral_no,
        referral_outcomes.accepted_on,
        referral_outcomes.visited_on,
        referral_outcomes.qualified,
        referral_outcomes.matched_product,
        referral_outcomes.decision,
        referral_outcomes.decided_on,
        referral_outcomes.reject_reason,
        referral_outcomes.feedback_on,
        referral_outcomes.handled_place,
        referral_outcomes.disbursed_on,
        referral_outcomes.loan_no,
        referral_outcomes.lender,
        referral_outcomes.batch_id,
        referral_outcomes.source_row,
        ROW_NUMBER() OVER (
            PARTITION BY regions.home_code, referral_outcomes.referral_no
            ORDER BY referral_outcomes.batch_id DESC, referral_outcomes.source_row DESC
        ) AS turn
    FROM referral_outcomes
    INNER JOIN regions
        ON referral_outcomes.region_code = regions.code
)

SELECT
    home_code,
    referral_no,
    accepted_on,
    visited_on,
    qualified,
    matched_product,
    decision,
    decided_on,
    reject_reason,
    feedback_on,
    handled_place,
    disbursed_on,
    loan_no,
    lender,
    batch_id,
    source_row
FROM told
WHERE turn = 1
