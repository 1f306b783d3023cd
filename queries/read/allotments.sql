-- purpose: the shares of targets that regions were given (任务分解), by their nodes
-- params:
-- tables: scoped_allotments
-- returns: target_id, region_code, node_on, value, document_no, batch_id
SELECT
    scoped_allotments.target_id,
    scoped_allotments.region_code,
    scoped_allotments.node_on,
    scoped_allotments.value,
    scoped_allotments.document_no,
    scoped_allotments.batch_id
FROM scoped_allotments
ORDER BY scoped_allotments.target_id, scoped_allotments.region_code, scoped_allotments.node_on
