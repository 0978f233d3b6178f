-- What people say to each other about a record on which they disagree. Facts, like decisions: every edit is a row, the
-- newest about a remark is current, and an empty text takes it back.
CREATE TABLE discussion (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    -- The remark itself: the same through all edits.
    remark TEXT NOT NULL,
    record_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    stage TEXT NOT NULL CHECK (stage IN ('title-abstract', 'full-text')),
    reviewer_id INTEGER NOT NULL REFERENCES reviewer,
    text TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX discussion_record ON discussion (record_id, stage, at);
CREATE INDEX discussion_remark ON discussion (remark, at);
