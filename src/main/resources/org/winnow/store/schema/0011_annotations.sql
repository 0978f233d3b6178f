-- What people mark in full texts. Facts, like decisions: every edit is a row, the newest about a mark is current.
CREATE TABLE annotation (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    -- The mark itself: the same through all edits, and in the PDFs that it is written into.
    mark TEXT NOT NULL,
    record_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    sha256 TEXT NOT NULL,
    reviewer_id INTEGER NOT NULL REFERENCES reviewer,
    -- Who made it in another program, as the file says; empty where it was made here.
    author TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('highlight', 'underline', 'note', 'area')),
    colour TEXT NOT NULL CHECK (colour GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    page INTEGER NOT NULL CHECK (page >= 1),
    quads TEXT NOT NULL,
    quote TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    comment TEXT NOT NULL,
    -- Quote, comment and tag in small letters, for the search.
    folded TEXT NOT NULL,
    criterion_id INTEGER REFERENCES criterion,
    tag_id INTEGER REFERENCES tag,
    present INTEGER NOT NULL CHECK (present IN (0, 1)),
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX annotation_mark ON annotation (mark, at);
CREATE INDEX annotation_record ON annotation (record_id, sha256);

-- Why a report could not be had, and the day on which it was asked for.
ALTER TABLE retrieval ADD COLUMN why TEXT NOT NULL DEFAULT '';
ALTER TABLE retrieval ADD COLUMN asked TEXT NOT NULL DEFAULT '';
