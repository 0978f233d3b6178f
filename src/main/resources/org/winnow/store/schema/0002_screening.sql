-- Screening. Decisions, notes, tags and retrievals are facts: rows are only ever added, the newest is current.

CREATE TABLE criterion (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL UNIQUE COLLATE NOCASE,
    position INTEGER NOT NULL,
    retired INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE tag (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    retired INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE keyword (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    term TEXT NOT NULL COLLATE NOCASE,
    kind TEXT NOT NULL CHECK (kind IN ('include', 'exclude')),
    UNIQUE (term, kind)
) STRICT;

CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    record_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    stage TEXT NOT NULL CHECK (stage IN ('title-abstract', 'full-text')),
    reviewer_id INTEGER NOT NULL REFERENCES reviewer,
    verdict TEXT CHECK (verdict IN ('include', 'exclude', 'maybe')),
    criterion_id INTEGER REFERENCES criterion,
    resolution INTEGER NOT NULL DEFAULT 0,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX decision_key ON decision (record_id, stage, resolution, reviewer_id, at);

CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    record_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    reviewer_id INTEGER NOT NULL REFERENCES reviewer,
    text TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX note_key ON note (record_id, reviewer_id, at);

CREATE TABLE tagging (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    record_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    tag_id INTEGER NOT NULL REFERENCES tag,
    reviewer_id INTEGER NOT NULL REFERENCES reviewer,
    present INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX tagging_key ON tagging (record_id, tag_id, reviewer_id, at);

CREATE TABLE retrieval (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    record_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    reviewer_id INTEGER NOT NULL REFERENCES reviewer,
    state TEXT NOT NULL CHECK (state IN ('sought', 'retrieved', 'not-retrieved')),
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX retrieval_key ON retrieval (record_id, at);

-- Below: what the facts say now. Kept by triggers, never written otherwise, and compared with the facts by the check.

CREATE TABLE current_verdict (
    stage TEXT NOT NULL,
    record_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    reviewer_id INTEGER NOT NULL,
    decision_id INTEGER NOT NULL,
    verdict TEXT,
    criterion_id INTEGER,
    at INTEGER NOT NULL,
    PRIMARY KEY (record_id, stage, reviewer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX current_verdict_mine ON current_verdict (stage, reviewer_id, verdict);

-- Where a record stands at a stage; needed is a copy of the stage's number, so that the outcome is a matter of one row.
CREATE TABLE tally (
    stage TEXT NOT NULL,
    record_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    includes INTEGER NOT NULL,
    excludes INTEGER NOT NULL,
    maybes INTEGER NOT NULL,
    needed INTEGER NOT NULL,
    resolution TEXT,
    resolution_criterion_id INTEGER,
    outcome TEXT NOT NULL GENERATED ALWAYS AS (CASE
        WHEN resolution IS NOT NULL THEN resolution
        WHEN includes + excludes + maybes = 0 THEN 'undecided'
        WHEN (includes > 0) + (excludes > 0) + (maybes > 0) > 1 THEN 'conflict'
        WHEN includes + excludes + maybes < needed THEN 'awaiting'
        WHEN includes > 0 THEN 'include'
        WHEN excludes > 0 THEN 'exclude'
        ELSE 'maybe'
    END) STORED,
    PRIMARY KEY (record_id, stage)
) STRICT, WITHOUT ROWID;
CREATE INDEX tally_outcome ON tally (stage, outcome);

-- How many verdicts settle a record: as many as the review asks for, but no more than people who have a verdict there.
CREATE TABLE stage_screener (
    stage TEXT NOT NULL,
    reviewer_id INTEGER NOT NULL,
    verdicts INTEGER NOT NULL,
    PRIMARY KEY (stage, reviewer_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE stage_need (stage TEXT PRIMARY KEY, needed INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO stage_need VALUES ('title-abstract', 1), ('full-text', 1);

CREATE TABLE current_tag (
    record_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    tag_id INTEGER NOT NULL,
    reviewer_id INTEGER NOT NULL,
    PRIMARY KEY (record_id, tag_id, reviewer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX current_tag_tag ON current_tag (tag_id);

CREATE TABLE current_retrieval (
    record_id INTEGER PRIMARY KEY REFERENCES record ON DELETE CASCADE,
    state TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER current_verdict_insert AFTER INSERT ON current_verdict WHEN new.verdict IS NOT NULL BEGIN
    INSERT INTO stage_screener (stage, reviewer_id, verdicts) VALUES (new.stage, new.reviewer_id, 1)
    ON CONFLICT (stage, reviewer_id) DO UPDATE SET verdicts = verdicts + 1;
END;
CREATE TRIGGER current_verdict_update AFTER UPDATE OF verdict ON current_verdict
WHEN (old.verdict IS NULL) <> (new.verdict IS NULL) BEGIN
    INSERT INTO stage_screener (stage, reviewer_id, verdicts) VALUES (new.stage, new.reviewer_id, 1)
    ON CONFLICT (stage, reviewer_id) DO UPDATE SET
        verdicts = verdicts + CASE WHEN new.verdict IS NULL THEN -1 ELSE 1 END;
END;
CREATE TRIGGER current_verdict_delete AFTER DELETE ON current_verdict WHEN old.verdict IS NOT NULL BEGIN
    UPDATE stage_screener SET verdicts = verdicts - 1 WHERE stage = old.stage AND reviewer_id = old.reviewer_id;
END;
CREATE TRIGGER stage_screener_insert AFTER INSERT ON stage_screener BEGIN
    UPDATE stage_need SET needed = max(1, min((SELECT screeners FROM review),
        (SELECT count(*) FROM stage_screener s WHERE s.stage = new.stage AND s.verdicts > 0)))
    WHERE stage = new.stage;
END;
CREATE TRIGGER stage_screener_update AFTER UPDATE OF verdicts ON stage_screener
WHEN (old.verdicts > 0) <> (new.verdicts > 0) BEGIN
    UPDATE stage_need SET needed = max(1, min((SELECT screeners FROM review),
        (SELECT count(*) FROM stage_screener s WHERE s.stage = new.stage AND s.verdicts > 0)))
    WHERE stage = new.stage;
END;
CREATE TRIGGER review_screeners_need AFTER UPDATE OF screeners ON review BEGIN
    UPDATE stage_need SET needed = max(1, min(new.screeners,
        (SELECT count(*) FROM stage_screener s WHERE s.stage = stage_need.stage AND s.verdicts > 0)));
END;
CREATE TRIGGER stage_need_tally AFTER UPDATE OF needed ON stage_need WHEN old.needed <> new.needed BEGIN
    UPDATE tally SET needed = new.needed WHERE stage = new.stage;
END;

CREATE TRIGGER decision_current AFTER INSERT ON decision BEGIN
    INSERT INTO current_verdict (record_id, stage, reviewer_id, decision_id, verdict, criterion_id, at)
    SELECT new.record_id, new.stage, new.reviewer_id, new.id, new.verdict, new.criterion_id, new.at
    WHERE new.resolution = 0
    ON CONFLICT (stage, record_id, reviewer_id) DO UPDATE SET
        decision_id = excluded.decision_id, verdict = excluded.verdict,
        criterion_id = excluded.criterion_id, at = excluded.at
    WHERE (excluded.at, excluded.decision_id) > (current_verdict.at, current_verdict.decision_id);

    INSERT INTO tally (record_id, stage, includes, excludes, maybes, needed, resolution, resolution_criterion_id)
    SELECT new.record_id, new.stage,
        (SELECT count(*) FROM current_verdict v
            WHERE v.record_id = new.record_id AND v.stage = new.stage AND v.verdict = 'include'),
        (SELECT count(*) FROM current_verdict v
            WHERE v.record_id = new.record_id AND v.stage = new.stage AND v.verdict = 'exclude'),
        (SELECT count(*) FROM current_verdict v
            WHERE v.record_id = new.record_id AND v.stage = new.stage AND v.verdict = 'maybe'),
        (SELECT needed FROM stage_need WHERE stage = new.stage),
        (SELECT d.verdict FROM decision d
            WHERE d.record_id = new.record_id AND d.stage = new.stage AND d.resolution = 1
            ORDER BY d.at DESC, d.id DESC LIMIT 1),
        (SELECT d.criterion_id FROM decision d
            WHERE d.record_id = new.record_id AND d.stage = new.stage AND d.resolution = 1
            ORDER BY d.at DESC, d.id DESC LIMIT 1)
    WHERE true
    ON CONFLICT (stage, record_id) DO UPDATE SET
        includes = excluded.includes, excludes = excluded.excludes, maybes = excluded.maybes,
        resolution = excluded.resolution, resolution_criterion_id = excluded.resolution_criterion_id;
END;

CREATE TRIGGER tagging_current AFTER INSERT ON tagging BEGIN
    DELETE FROM current_tag
    WHERE record_id = new.record_id AND tag_id = new.tag_id AND reviewer_id = new.reviewer_id;
    INSERT INTO current_tag (record_id, tag_id, reviewer_id)
    SELECT t.record_id, t.tag_id, t.reviewer_id FROM tagging t
    WHERE t.id = (SELECT n.id FROM tagging n
            WHERE n.record_id = new.record_id AND n.tag_id = new.tag_id AND n.reviewer_id = new.reviewer_id
            ORDER BY n.at DESC, n.id DESC LIMIT 1)
        AND t.present = 1;
END;

CREATE TRIGGER retrieval_current AFTER INSERT ON retrieval BEGIN
    INSERT INTO current_retrieval (record_id, state, at) VALUES (new.record_id, new.state, new.at)
    ON CONFLICT (record_id) DO UPDATE SET state = excluded.state, at = excluded.at
    WHERE excluded.at >= current_retrieval.at;
END;

-- The one place that says where a record stands: its arm of the flow, whether it is a duplicate, both stages.
CREATE VIEW standing AS
SELECT r.id AS record_id, i.source_id, s.kind IN ('database', 'register') AS searched,
    d.keeper_id,
    coalesce(ta.outcome, 'undecided') AS title_abstract,
    coalesce(v.state, 'sought') AS retrieval,
    coalesce(ft.outcome, 'undecided') AS full_text
FROM record r
JOIN import_file i ON i.id = r.import_id AND i.retired = 0
JOIN source s ON s.id = i.source_id
LEFT JOIN duplicate d ON d.record_id = r.id
LEFT JOIN tally ta ON ta.record_id = r.id AND ta.stage = 'title-abstract'
LEFT JOIN current_retrieval v ON v.record_id = r.id
LEFT JOIN tally ft ON ft.record_id = r.id AND ft.stage = 'full-text';
