-- Questions to language models and what came of them go from file to file: every row is known by a UUID. The files of a
-- review that were copied before this was so give the rows that they share the same ones.
ALTER TABLE advice ADD COLUMN uuid TEXT NOT NULL DEFAULT '';
UPDATE advice SET uuid = (SELECT c.uuid FROM model_call c WHERE c.id = advice.call_id) || ':'
    || (SELECT count(*) FROM advice b WHERE b.call_id = advice.call_id AND b.id <= advice.id);
CREATE UNIQUE INDEX advice_uuid ON advice (uuid);

-- Who let it be asked, as the leave that held then has it; nothing where it was asked before this was kept.
ALTER TABLE model_call ADD COLUMN leave_of TEXT NOT NULL DEFAULT '';
