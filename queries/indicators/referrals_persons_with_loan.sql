-- purpose: disabled people and family members with a loan through the platform, a person once per county on the day of
--     the first loan
-- params:
-- tables: referrals, referral_outcomes, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH answered AS (
    SELECT
        regions.home_code,
        referral_outcomes.referral_no,
        referral_outcomes.disbursed_on,
        referral_outcomes.batch_id,
        referral_outcomes.source_row,
        ROW_NUMBER() OVER (
            PARTITION BY regions.home_code, referral_outcomes.referral_no
            ORDER BY referral_outcomes.batch_id DESC, referral_outcomes.source_row DESC
        ) AS turn
    FROM referral_outcomes
    INNER JOIN regions
        ON referral_outcomes.region_code = regions.code
),

pushed AS (
    SELECT
        referrals.region_code,
        referrals.referral_no,
        referrals.person_key,
        regions.home_code
    FROM referrals
    INNER JOIN regions
        ON referrals.region_code = regions.code
    WHERE referrals.person_key IS NOT NULL AND referrals.category IN ('disabled', 'family_member')
),

lent AS (
    SELECT
        pushed.region_code,
        answered.disbursed_on,
        answered.batch_id,
        answered.source_row,
        ROW_NUMBER() OVER (
            PARTITION BY pushed.home_code, pushed.person_key
            ORDER BY answered.disbursed_on, answered.batch_id, answered.source_row, pushed.region_code
        ) AS loan_turn
    FROM pushed
    INNER JOIN answered
        ON pushed.home_code = answered.home_code AND pushed.referral_no = answered.referral_no
    WHERE answered.turn = 1 AND answered.disbursed_on IS NOT NULL
)

SELECT
    region_code,
    disbursed_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    batch_id,
    source_row
FROM lent
WHERE loan_turn = 1
