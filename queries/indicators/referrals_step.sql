-- purpose: referrals that have come to a step of the bank ($step: accepted, visited, decided, approved or rejected),
--     each on the day of the step. A decision without its day counts on the day of the money, without that on the day
--     of acceptance, and none before it: what is accepted and not decided is what waits (referrals_waiting_days)
-- params: step TEXT
-- tables: referrals, regions, answered_referrals
-- returns: region_code, from_on, until_on, numerator, denominator, batch_id, source_row
-- narrowed by: category, product, bank
WITH answered AS (
    SELECT
        answered_referrals.home_code,
        answered_referrals.referral_no,
        answered_referrals.accepted_on,
        answered_referrals.visited_on,
        answered_referrals.decision,
        COALESCE(
            answered_referrals.decided_on,
            answered_referrals.disbursed_on,
            CASE WHEN answered_referrals.decision IS NOT NULL THEN answered_referrals.accepted_on END
        ) AS told_on,
        answered_referrals.batch_id,
        answered_referrals.source_row
    FROM answered_referrals
),

stepped AS (
    SELECT
        answered.home_code,
        answered.referral_no,
        CASE
            WHEN $step = 'accepted' THEN answered.accepted_on
            WHEN $step = 'visited' THEN answered.visited_on
            WHEN $step <> 'decided' AND (answered.decision IS NULL OR answered.decision <> $step) THEN NULL
            WHEN answered.told_on < answered.accepted_on THEN answered.accepted_on
            ELSE answered.told_on
        END AS done_on,
        answered.batch_id,
        answered.source_row
    FROM answered
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
    stepped.done_on AS from_on,
    CAST(NULL AS DATE) AS until_on,
    1 AS numerator,
    0 AS denominator,
    stepped.batch_id,
    stepped.source_row
FROM pushed
INNER JOIN stepped
    ON pushed.home_code = stepped.home_code AND pushed.referral_no = stepped.referral_no
WHERE stepped.done_on IS NOT NULL
