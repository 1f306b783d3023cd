-- purpose: targets split to regions (任务分解), each with its nodes; a renamed region goes by its present code
-- params:
-- tables: sub_targets, regions
-- returns: target_id, region_code, node_on, value, document_no, batch_id
SELECT
    sub_targets.target AS target_id,
    regions.same_region_code AS region_code,
    sub_targets.node_on,
    sub_targets.value,
    sub_targets.document_no,
    sub_targets.batch_id
FROM sub_targets
INNER JOIN regions
    ON sub_targets.region_code = regions.code
ORDER BY sub_targets.target, regions.same_region_code, sub_targets.node_on
