-- Full texts. The files lie beside the review under the hash of their content; here stands which record has which.

-- Facts, like decisions: attached or taken off again, the newest about a record and a file is current.
CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    record_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    sha256 TEXT NOT NULL,
    file_name TEXT NOT NULL,
    how TEXT NOT NULL,
    present INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX attachment_key ON attachment (record_id, sha256, at);

-- What a file says, read from it and never otherwise written: for the search in all full texts.
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    bytes INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    scanned INTEGER NOT NULL
) STRICT;
CREATE TABLE document_page (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    page INTEGER NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (document_id, page)
) STRICT;
CREATE VIRTUAL TABLE document_fts USING fts5 (
    text,
    content = 'document_page', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER document_page_insert AFTER INSERT ON document_page BEGIN
    INSERT INTO document_fts (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER document_page_delete AFTER DELETE ON document_page BEGIN
    INSERT INTO document_fts (document_fts, rowid, text) VALUES ('delete', old.id, old.text);
END;
