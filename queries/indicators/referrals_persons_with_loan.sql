-- purpose: disabled people and family members with a loan through the platform, a person once per county on the day of
--     the first loan
-- params:
-- tables: referrals, regions, answered_referrals
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
-- narrowed by: category, product, bank
WITH answered AS (
    SELECT
        answered_referrals.home_code,
        answered_referrals.referral_no,
        answered_referrals.disbursed_on,
        answered_referrals.batch_id,
        answered_referrals.source_row
    FROM answered_referrals
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
    WHERE answered.disbursed_on IS NOT NULL
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
