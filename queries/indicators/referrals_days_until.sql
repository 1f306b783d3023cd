-- purpose: days from the push of a referral to one step of the bank ($step: visit, decision or disbursement), each case
--     on the day of the step; a step dated before the push is left out
-- params: step TEXT
-- tables: referrals, regions, answered_referrals
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
-- narrowed by: category, product, bank
WITH answered AS (
    SELECT
        answered_referrals.home_code,
        answered_referrals.referral_no,
        CASE $step
            WHEN 'visit' THEN answered_referrals.visited_on
            WHEN 'decision' THEN answered_referrals.decided_on
            WHEN 'disbursement' THEN answered_referrals.disbursed_on
        END AS done_on,
        answered_referrals.batch_id,
        answered_referrals.source_row
    FROM answered_referrals
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
WHERE answered.done_on >= pushed.pushed_on
