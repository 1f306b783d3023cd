-- purpose: referrals that have been at the bank for $days or more and are not decided
-- params: days INTEGER
-- tables: referrals, referral_outcomes, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH answered AS (
    SELECT
        regions.home_code,
        referral_outcomes.referral_no,
        referral_outcomes.accepted_on + $days AS waiting_on,
        COALESCE(referral_outcomes.decided_on, referral_outcomes.disbursed_on) AS decided_on,
        referral_outcomes.decision,
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
    answered.turn = 1
    AND answered.waiting_on IS NOT NULL
    AND (
        answered.waiting_on < answered.decided_on
        OR (answered.decided_on IS NULL AND answered.decision IS NULL)
    )
