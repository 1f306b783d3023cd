-- purpose: borrowers visited after their loan ($kind is that kind of visit), of all loans of referrals pushed from
--     $counted_from on. A visit is found by the loan's number, and its lender where both name one, or by
--     the referral's number, within the county.
-- params: counted_from DATE, kind TEXT
-- tables: referrals, visits, regions, answered_referrals
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
-- narrowed by: category, product, bank
WITH answered AS (
    SELECT
        answered_referrals.home_code,
        answered_referrals.referral_no,
        answered_referrals.disbursed_on,
        answered_referrals.loan_no,
        answered_referrals.lender,
        answered_referrals.batch_id,
        answered_referrals.source_row
    FROM answered_referrals
),

lent AS (
    SELECT
        referrals.region_code,
        regions.home_code,
        answered.referral_no,
        answered.loan_no,
        answered.lender,
        answered.disbursed_on,
        referrals.batch_id,
        referrals.source_row
    FROM referrals
    INNER JOIN regions
        ON referrals.region_code = regions.code
    INNER JOIN answered
        ON regions.home_code = answered.home_code AND referrals.referral_no = answered.referral_no
    WHERE answered.disbursed_on IS NOT NULL AND referrals.pushed_on >= $counted_from
),

paid AS (
    SELECT
        regions.home_code,
        visits.loan_no,
        visits.lender,
        visits.referral_no,
        visits.visited_on
    FROM visits
    INNER JOIN regions
        ON visits.region_code = regions.code
    WHERE visits.kind = $kind AND visits.visited_on IS NOT NULL
),

found AS (
    SELECT
        lent.batch_id,
        lent.source_row,
        paid.visited_on
    FROM lent
    INNER JOIN paid
        ON
            lent.home_code = paid.home_code
            AND lent.loan_no = paid.loan_no
            AND (paid.lender IS NULL OR lent.lender IS NULL OR lent.lender = paid.lender)
    WHERE paid.visited_on >= lent.disbursed_on
    UNION ALL
    SELECT
        lent.batch_id,
        lent.source_row,
        paid.visited_on
    FROM lent
    INNER JOIN paid
        ON lent.home_code = paid.home_code AND lent.referral_no = paid.referral_no
    WHERE paid.visited_on >= lent.disbursed_on
),

first_visits AS (
    SELECT
        batch_id,
        source_row,
        MIN(visited_on) AS visited_on
    FROM found
    GROUP BY batch_id, source_row
),

cases AS (
    SELECT
        lent.region_code,
        lent.disbursed_on,
        first_visits.visited_on,
        lent.batch_id,
        lent.source_row
    FROM lent
    LEFT JOIN first_visits
        ON lent.batch_id = first_visits.batch_id AND lent.source_row = first_visits.source_row
)

SELECT
    region_code,
    disbursed_on AS from_on,
    visited_on AS until_on,
    0 AS numerator,
    1 AS denominator,
    batch_id,
    source_row
FROM cases
WHERE visited_on IS NULL OR disbursed_on < visited_on
UNION ALL
SELECT
    region_code,
    visited_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    1 AS denominator,
    batch_id,
    source_row
FROM cases
WHERE visited_on IS NOT NULL
