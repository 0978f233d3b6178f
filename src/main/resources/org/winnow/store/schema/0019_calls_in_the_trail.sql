-- From here on the audit trail and its chain hold what language models are asked, what they suggest, and what people find
-- of it. What older programs asked is written down in one operation; the program links it when it opens the file.
INSERT INTO op (uuid, name, direction, kinds, at)
SELECT lower(hex(randomblob(16))), 'seal-calls', 'do', '',
    max(unixepoch() * 1000, (SELECT coalesce(max(at), 0) + 1 FROM op))
WHERE EXISTS (SELECT 1 FROM model_call);
INSERT INTO change (op_id, kind, tbl, row_id)
SELECT o.id, 'insert', r.tbl, r.id FROM op o JOIN (
    SELECT 'model_call' AS tbl, id FROM model_call
    UNION ALL SELECT 'model_check', id FROM model_check
    UNION ALL SELECT 'advice', id FROM advice) r
WHERE o.name = 'seal-calls' ORDER BY r.tbl, r.id;
