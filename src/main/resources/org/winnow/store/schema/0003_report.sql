-- What the report needs beyond screening: words and numbers that people state, studies behind reports, frozen versions.

-- A fact about the report: the newest of a (topic, subject) is current; an empty value takes it back.
CREATE TABLE statement (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    topic TEXT NOT NULL,
    subject TEXT NOT NULL,
    value TEXT NOT NULL,
    note TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX statement_key ON statement (topic, subject, at);

-- Which studies a report is about, one name a line; a report without a name is a study of its own.
CREATE TABLE study_naming (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    record_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    studies TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX study_naming_key ON study_naming (record_id, at);

-- The review as it was published: what was settled then stays settled in every later diagram.
CREATE TABLE version (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    flow TEXT NOT NULL,
    at INTEGER NOT NULL,
    retired INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE version_record (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
    record_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    fate TEXT NOT NULL
        CHECK (fate IN ('duplicate', 'excluded', 'not-retrieved', 'excluded-full-text', 'included')),
    reason TEXT NOT NULL,
    studies TEXT NOT NULL,
    UNIQUE (version_id, record_id)
) STRICT;
CREATE INDEX version_record_record ON version_record (record_id);
