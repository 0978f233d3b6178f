-- The review itself, its people, its searches and the records they gave.

CREATE TABLE review (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uuid TEXT NOT NULL,
    title TEXT NOT NULL,
    screeners INTEGER NOT NULL CHECK (screeners >= 1),
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE reviewer (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    kind TEXT NOT NULL CHECK (kind IN ('database', 'register', 'website', 'organisation', 'citation', 'other')),
    search_date TEXT NOT NULL DEFAULT '',
    query TEXT NOT NULL DEFAULT '',
    hits INTEGER,
    retired INTEGER NOT NULL DEFAULT 0
) STRICT;

-- An import that was undone is retired: its records stay where they are, and nothing shows them.
CREATE TABLE import_file (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    source_id INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    format TEXT NOT NULL,
    encoding TEXT NOT NULL,
    records_read INTEGER NOT NULL DEFAULT 0,
    imported INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    imported_at INTEGER NOT NULL,
    retired INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX import_file_source ON import_file (source_id);

CREATE TABLE problem (
    id INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES import_file ON DELETE CASCADE,
    severity TEXT NOT NULL,
    line INTEGER NOT NULL,
    record_no INTEGER NOT NULL,
    reason TEXT NOT NULL,
    raw TEXT NOT NULL
) STRICT;
CREATE INDEX problem_import ON problem (import_id);

-- Lists inside a record (authors, keywords, notes) hold one entry a line; extra is a JSON object of lists.
CREATE TABLE record (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL,
    import_id INTEGER NOT NULL REFERENCES import_file ON DELETE CASCADE,
    line INTEGER NOT NULL,
    type TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    authors TEXT NOT NULL DEFAULT '',
    year INTEGER,
    date TEXT NOT NULL DEFAULT '',
    journal TEXT NOT NULL DEFAULT '',
    journal_short TEXT NOT NULL DEFAULT '',
    volume TEXT NOT NULL DEFAULT '',
    issue TEXT NOT NULL DEFAULT '',
    pages TEXT NOT NULL DEFAULT '',
    doi TEXT NOT NULL DEFAULT '',
    pmid TEXT NOT NULL DEFAULT '',
    keywords TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    issn TEXT NOT NULL DEFAULT '',
    isbn TEXT NOT NULL DEFAULT '',
    publisher TEXT NOT NULL DEFAULT '',
    url TEXT NOT NULL DEFAULT '',
    accession TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '',
    abstract TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX record_import ON record (import_id);
CREATE INDEX record_doi ON record (doi) WHERE doi <> '';
CREATE INDEX record_pmid ON record (pmid) WHERE pmid <> '';
-- One for each order of a list: with the import in it, a list is sorted and filtered without reading a record.
CREATE INDEX record_title ON record (title COLLATE NOCASE, id, import_id);
CREATE INDEX record_authors ON record (authors COLLATE NOCASE, id, import_id);
CREATE INDEX record_journal ON record (journal COLLATE NOCASE, id, import_id);
CREATE INDEX record_year ON record (year, id, import_id);

-- The text of the record as it stood in the file; apart, so that reading records never pages through it.
CREATE TABLE record_raw (
    record_id INTEGER PRIMARY KEY REFERENCES record ON DELETE CASCADE,
    raw TEXT NOT NULL
) STRICT;

-- Filled by the import itself, a batch at a time: a trigger would write the index out after every record.
CREATE VIRTUAL TABLE record_fts USING fts5 (
    title, authors, abstract, keywords, journal,
    content = 'record', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);
-- Words gathered in memory before they are written out; with the default of 1 MB an import writes the index many times.
INSERT INTO record_fts (record_fts, rank) VALUES ('hashsize', 33554432);
CREATE TRIGGER record_fts_delete AFTER DELETE ON record BEGIN
    INSERT INTO record_fts (record_fts, rowid, title, authors, abstract, keywords, journal)
    VALUES ('delete', old.id, old.title, old.authors, old.abstract, old.keywords, old.journal);
END;
CREATE TRIGGER record_fts_update AFTER UPDATE OF title, authors, abstract, keywords, journal ON record BEGIN
    INSERT INTO record_fts (record_fts, rowid, title, authors, abstract, keywords, journal)
    VALUES ('delete', old.id, old.title, old.authors, old.abstract, old.keywords, old.journal);
    INSERT INTO record_fts (rowid, title, authors, abstract, keywords, journal)
    VALUES (new.id, new.title, new.authors, new.abstract, new.keywords, new.journal);
END;

-- Nothing is deleted as a duplicate: a duplicate points to the record that stands for it.
CREATE TABLE duplicate (
    record_id INTEGER PRIMARY KEY REFERENCES record ON DELETE CASCADE,
    keeper_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    how TEXT NOT NULL CHECK (how IN ('automatic', 'person')),
    why TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX duplicate_keeper ON duplicate (keeper_id);

-- Pairs that a person is asked about, or has called different.
CREATE TABLE doubtful_pair (
    id INTEGER PRIMARY KEY,
    a_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    b_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    score REAL NOT NULL,
    why TEXT NOT NULL,
    answer TEXT NOT NULL DEFAULT 'open' CHECK (answer IN ('open', 'same', 'different')),
    at INTEGER NOT NULL,
    UNIQUE (a_id, b_id),
    CHECK (a_id < b_id)
) STRICT;
CREATE INDEX doubtful_pair_b ON doubtful_pair (b_id);

-- What every operation changed, one row a changed column: undo, redo and the audit trail in one.
CREATE TABLE op (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('do', 'undo', 'redo')),
    reviewer_id INTEGER REFERENCES reviewer,
    kinds TEXT NOT NULL,
    focus INTEGER,
    undoes INTEGER REFERENCES op,
    undone_by INTEGER REFERENCES op,
    at INTEGER NOT NULL
) STRICT;
CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    op_id INTEGER NOT NULL REFERENCES op,
    kind TEXT NOT NULL CHECK (kind IN ('insert', 'update', 'delete')),
    tbl TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    col TEXT,
    old ANY,
    new ANY
) STRICT;
CREATE INDEX change_op ON change (op_id);
CREATE INDEX change_row ON change (tbl, row_id);
