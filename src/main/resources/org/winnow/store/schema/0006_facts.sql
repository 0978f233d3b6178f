-- Facts travel between files: which one is current follows from time and UUID alone, never from the order of arrival.

-- Facts of one moment stood in the order of their rows until now. Where two are about the same, the beginning of the
-- UUID takes that order over; copies of one file that are brought up to date apart come to the same UUIDs.
UPDATE decision SET uuid = printf('%08x', id) || substr(uuid, 9) WHERE EXISTS (
    SELECT 1 FROM decision o WHERE o.record_id = decision.record_id AND o.at = decision.at AND o.id <> decision.id);
UPDATE note SET uuid = printf('%08x', id) || substr(uuid, 9) WHERE EXISTS (
    SELECT 1 FROM note o WHERE o.record_id = note.record_id AND o.at = note.at AND o.id <> note.id);
UPDATE tagging SET uuid = printf('%08x', id) || substr(uuid, 9) WHERE EXISTS (
    SELECT 1 FROM tagging o WHERE o.record_id = tagging.record_id AND o.at = tagging.at AND o.id <> tagging.id);
UPDATE retrieval SET uuid = printf('%08x', id) || substr(uuid, 9) WHERE EXISTS (
    SELECT 1 FROM retrieval o WHERE o.record_id = retrieval.record_id AND o.at = retrieval.at AND o.id <> retrieval.id);
UPDATE statement SET uuid = printf('%08x', id) || substr(uuid, 9) WHERE EXISTS (
    SELECT 1 FROM statement o WHERE o.topic = statement.topic AND o.subject = statement.subject
        AND o.at = statement.at AND o.id <> statement.id);
UPDATE study_naming SET uuid = printf('%08x', id) || substr(uuid, 9) WHERE EXISTS (
    SELECT 1 FROM study_naming o WHERE o.record_id = study_naming.record_id AND o.at = study_naming.at
        AND o.id <> study_naming.id);

-- Lists that the team shares: of an entry that two files know, the state that was given last counts.
ALTER TABLE criterion ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tag ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE keyword ADD COLUMN retired INTEGER NOT NULL DEFAULT 0;
ALTER TABLE keyword ADD COLUMN at INTEGER NOT NULL DEFAULT 0;

-- How the stage before ended, as the review said that a session was packed from; a resolution given here goes before.
CREATE TABLE settled (
    id INTEGER PRIMARY KEY,
    record_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    stage TEXT NOT NULL CHECK (stage IN ('title-abstract', 'full-text')),
    verdict TEXT NOT NULL CHECK (verdict IN ('include', 'exclude', 'maybe')),
    at INTEGER NOT NULL,
    UNIQUE (record_id, stage)
) STRICT;

DROP TRIGGER decision_current;
CREATE TRIGGER decision_current AFTER INSERT ON decision BEGIN
    INSERT INTO current_verdict (record_id, stage, reviewer_id, decision_id, verdict, criterion_id, at)
    SELECT new.record_id, new.stage, new.reviewer_id, new.id, new.verdict, new.criterion_id, new.at
    WHERE new.resolution = 0
    ON CONFLICT (stage, record_id, reviewer_id) DO UPDATE SET
        decision_id = excluded.decision_id, verdict = excluded.verdict,
        criterion_id = excluded.criterion_id, at = excluded.at
    WHERE (excluded.at, new.uuid)
        > (current_verdict.at, (SELECT d.uuid FROM decision d WHERE d.id = current_verdict.decision_id));

    INSERT INTO tally (record_id, stage, includes, excludes, maybes, needed, resolution, resolution_criterion_id)
    SELECT new.record_id, new.stage,
        (SELECT count(*) FROM current_verdict v
            WHERE v.record_id = new.record_id AND v.stage = new.stage AND v.verdict = 'include'),
        (SELECT count(*) FROM current_verdict v
            WHERE v.record_id = new.record_id AND v.stage = new.stage AND v.verdict = 'exclude'),
        (SELECT count(*) FROM current_verdict v
            WHERE v.record_id = new.record_id AND v.stage = new.stage AND v.verdict = 'maybe'),
        (SELECT needed FROM stage_need WHERE stage = new.stage),
        coalesce(
            (SELECT d.verdict FROM decision d
                WHERE d.record_id = new.record_id AND d.stage = new.stage AND d.resolution = 1
                ORDER BY d.at DESC, d.uuid DESC LIMIT 1),
            (SELECT s.verdict FROM settled s WHERE s.record_id = new.record_id AND s.stage = new.stage)),
        (SELECT d.criterion_id FROM decision d
            WHERE d.record_id = new.record_id AND d.stage = new.stage AND d.resolution = 1
            ORDER BY d.at DESC, d.uuid DESC LIMIT 1)
    WHERE true
    ON CONFLICT (stage, record_id) DO UPDATE SET
        includes = excluded.includes, excludes = excluded.excludes, maybes = excluded.maybes,
        resolution = excluded.resolution, resolution_criterion_id = excluded.resolution_criterion_id;
END;

CREATE TRIGGER settled_tally AFTER INSERT ON settled BEGIN
    INSERT INTO tally (record_id, stage, includes, excludes, maybes, needed, resolution, resolution_criterion_id)
    SELECT new.record_id, new.stage, 0, 0, 0, (SELECT needed FROM stage_need WHERE stage = new.stage), new.verdict, NULL
    WHERE true
    ON CONFLICT (stage, record_id) DO UPDATE SET resolution = coalesce(resolution, excluded.resolution);
END;
CREATE TRIGGER settled_again AFTER UPDATE ON settled BEGIN
    UPDATE tally SET resolution = coalesce(
        (SELECT d.verdict FROM decision d
            WHERE d.record_id = new.record_id AND d.stage = new.stage AND d.resolution = 1
            ORDER BY d.at DESC, d.uuid DESC LIMIT 1), new.verdict)
    WHERE record_id = new.record_id AND stage = new.stage;
END;

DROP TRIGGER tagging_current;
CREATE TRIGGER tagging_current AFTER INSERT ON tagging BEGIN
    DELETE FROM current_tag
    WHERE record_id = new.record_id AND tag_id = new.tag_id AND reviewer_id = new.reviewer_id;
    INSERT INTO current_tag (record_id, tag_id, reviewer_id)
    SELECT t.record_id, t.tag_id, t.reviewer_id FROM tagging t
    WHERE t.id = (SELECT n.id FROM tagging n
            WHERE n.record_id = new.record_id AND n.tag_id = new.tag_id AND n.reviewer_id = new.reviewer_id
            ORDER BY n.at DESC, n.uuid DESC LIMIT 1)
        AND t.present = 1;
END;

DROP TRIGGER retrieval_current;
CREATE TRIGGER retrieval_current AFTER INSERT ON retrieval BEGIN
    INSERT INTO current_retrieval (record_id, state, at)
    SELECT r.record_id, r.state, r.at FROM retrieval r
    WHERE r.record_id = new.record_id ORDER BY r.at DESC, r.uuid DESC LIMIT 1
    ON CONFLICT (record_id) DO UPDATE SET state = excluded.state, at = excluded.at;
END;
