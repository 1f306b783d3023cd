-- purpose: referrals that have been at the bank for $days or more and are not decided
-- params: days INTEGER
-- tables: referrals, regions, answered_referrals
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
-- narrowed by: category, product, bank
WITH answered AS (
    SELECT
        answered_referrals.home_code,
        answered_referrals.referral_no,
        answered_referrals.accepted_on + $days AS waiting_on,
        COALESCE(answered_referrals.decided_on, answered_referrals.disbursed_on) AS decided_on,
        answered_referrals.decision,
        answered_referrals.batch_id,
        answered_referrals.source_row
    FROM answered_referrals
),

pushed AS (
    SELECT
        referrals.region_code,
        referrals.referral_no,
        regions.home_code
    FROM referrals
    INNER JOIN regions
        ON referrals.region_code = regions.code
)

SELECT
    pushed.region_code,
    answered.waiting_on AS from_on,
    answered.decided_on AS until_on,
    1 AS numerator,
    0 AS denominator,
    answered.batch_id,
    answered.source_row
FROM pushed
INNER JOIN answered
    ON pushed.home_code = answered.home_code AND pushed.referral_no = answered.referral_no
WHERE
    answered.waiting_on IS NOT NULL
    AND (
        answered.waiting_on < answered.decided_on
        OR (answered.decided_on IS NULL AND answered.decision IS NULL)
    )
