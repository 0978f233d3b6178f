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
    record_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    stage TEXT NOT NULL,
    reviewer_id INTEGER NOT NULL,
    decision_id INTEGER NOT NULL,
    verdict TEXT,
    criterion_id INTEGER,
    at INTEGER NOT NULL,
    PRIMARY KEY (record_id, stage, reviewer_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tally (
    record_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    stage TEXT NOT NULL,
    includes INTEGER NOT NULL,
    excludes INTEGER NOT NULL,
    maybes INTEGER NOT NULL,
    resolution TEXT,
    resolution_criterion_id INTEGER,
    PRIMARY KEY (record_id, stage)
) STRICT, WITHOUT ROWID;

-- How many verdicts settle a record: as many as the review asks for, but no more than people who screen at that stage.
CREATE TABLE stage_screener (
    stage TEXT NOT NULL,
    reviewer_id INTEGER NOT NULL,
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

CREATE TRIGGER stage_screener_need AFTER INSERT ON stage_screener BEGIN
    UPDATE stage_need SET needed = max(1, min(
        (SELECT screeners FROM review), (SELECT count(*) FROM stage_screener WHERE stage = new.stage)))
    WHERE stage = new.stage;
END;
CREATE TRIGGER review_screeners_need AFTER UPDATE OF screeners ON review BEGIN
    UPDATE stage_need SET needed = max(1, min(
        new.screeners, (SELECT count(*) FROM stage_screener s WHERE s.stage = stage_need.stage)));
END;

CREATE TRIGGER decision_current AFTER INSERT ON decision BEGIN
    INSERT OR IGNORE INTO stage_screener (stage, reviewer_id)
    SELECT new.stage, new.reviewer_id WHERE new.resolution = 0;

    INSERT INTO current_verdict (record_id, stage, reviewer_id, decision_id, verdict, criterion_id, at)
    SELECT new.record_id, new.stage, new.reviewer_id, new.id, new.verdict, new.criterion_id, new.at
    WHERE new.resolution = 0
    ON CONFLICT (record_id, stage, reviewer_id) DO UPDATE SET
        decision_id = excluded.decision_id, verdict = excluded.verdict,
        criterion_id = excluded.criterion_id, at = excluded.at
    WHERE (excluded.at, excluded.decision_id) > (current_verdict.at, current_verdict.decision_id);

    INSERT INTO tally (record_id, stage, includes, excludes, maybes, resolution, resolution_criterion_id)
    SELECT new.record_id, new.stage,
        (SELECT count(*) FROM current_verdict v
            WHERE v.record_id = new.record_id AND v.stage = new.stage AND v.verdict = 'include'),
        (SELECT count(*) FROM current_verdict v
            WHERE v.record_id = new.record_id AND v.stage = new.stage AND v.verdict = 'exclude'),
        (SELECT count(*) FROM current_verdict v
            WHERE v.record_id = new.record_id AND v.stage = new.stage AND v.verdict = 'maybe'),
        (SELECT d.verdict FROM decision d
            WHERE d.record_id = new.record_id AND d.stage = new.stage AND d.resolution = 1
            ORDER BY d.at DESC, d.id DESC LIMIT 1),
        (SELECT d.criterion_id FROM decision d
            WHERE d.record_id = new.record_id AND d.stage = new.stage AND d.resolution = 1
            ORDER BY d.at DESC, d.id DESC LIMIT 1)
    WHERE true
    ON CONFLICT (record_id, stage) DO UPDATE SET
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

CREATE VIEW outcome AS
SELECT t.record_id, t.stage,
    CASE
        WHEN t.resolution IS NOT NULL THEN t.resolution
        WHEN t.includes + t.excludes + t.maybes = 0 THEN 'undecided'
        WHEN (t.includes > 0) + (t.excludes > 0) + (t.maybes > 0) > 1 THEN 'conflict'
        WHEN t.includes + t.excludes + t.maybes < n.needed THEN 'awaiting'
        WHEN t.includes > 0 THEN 'include'
        WHEN t.excludes > 0 THEN 'exclude'
        ELSE 'maybe'
    END AS outcome,
    t.resolution,
    t.resolution_criterion_id
FROM tally t JOIN stage_need n ON n.stage = t.stage;

-- The one place that says where a record stands: its arm of the flow, whether it is a duplicate, both stages.
CREATE VIEW standing AS
SELECT r.id AS record_id, i.source_id, s.kind IN ('database', 'register') AS searched,
    d.keeper_id,
    coalesce(ta.outcome, 'undecided') AS title_abstract,
    coalesce(v.state, 'sought') AS retrieval,
    coalesce(ft.outcome, 'undecided') AS full_text
FROM record r
JOIN import_file i ON i.id = r.import_id
JOIN source s ON s.id = i.source_id
LEFT JOIN duplicate d ON d.record_id = r.id
LEFT JOIN outcome ta ON ta.record_id = r.id AND ta.stage = 'title-abstract'
LEFT JOIN current_retrieval v ON v.record_id = r.id
LEFT JOIN outcome ft ON ft.record_id = r.id AND ft.stage = 'full-text';
