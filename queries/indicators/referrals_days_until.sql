-- purpose: days from the push of a referral to one step of the bank ($step: visit, decision or disbursement), each case
--     on the day of the step; a step dated before the push is left out
-- params: step TEXT
-- tables: referrals, referral_outcomes, regions
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
WITH answered AS (
    SELECT
        regions.home_code,
        referral_outcomes.referral_no,
        CASE $step
            WHEN 'visit' THEN referral_outcomes.visited_on
            WHEN 'decision' THEN referral_outcomes.decided_on
            WHEN 'disbursement' THEN referral_outcomes.disbursed_on
        END AS done_on,
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
        referrals.pushed_on,
        regions.home_code
    FROM referrals
    INNER JOIN regions
        ON referrals.region_code = regions.code
)

SELECT
    pushed.region_code,
    answered.done_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    answered.done_on - pushed.pushed_on AS numerator,
    1 AS denominator,
    answered.batch_id,
    answered.source_row
FROM pushed
INNER JOIN answered
    ON pushed.home_code = answered.home_code AND pushed.referral_no = answered.referral_no
WHERE answered.turn = 1 AND answered.done_on >= pushed.pushed_on
