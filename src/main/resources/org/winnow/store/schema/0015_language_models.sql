-- What language models were asked and said, each question a row that never changes: PRISMA-trAIce asks for it. Asking is
-- not undone: what was sent was sent.
CREATE TABLE model_call (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    task TEXT NOT NULL,
    -- What it was about, where it was about one record.
    record_id INTEGER REFERENCES record ON DELETE SET NULL,
    stage TEXT CHECK (stage IN ('title-abstract', 'full-text')),
    tool TEXT NOT NULL,
    address TEXT NOT NULL,
    model TEXT NOT NULL,
    version TEXT NOT NULL,
    prompt TEXT NOT NULL,
    parameters TEXT NOT NULL,
    input_sha256 TEXT NOT NULL,
    output TEXT NOT NULL,
    -- Why its answer could not be used; empty where it could.
    trouble TEXT NOT NULL,
    input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    cost REAL NOT NULL,
    millis INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX model_call_record ON model_call (record_id, stage) WHERE record_id IS NOT NULL;

-- Who looked at an answer, and what they found; the newest of a person is current.
CREATE TABLE model_check (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    call_id INTEGER NOT NULL REFERENCES model_call ON DELETE CASCADE,
    reviewer_id INTEGER NOT NULL REFERENCES reviewer,
    found TEXT NOT NULL CHECK (found IN ('right', 'wrong', 'unclear')),
    note TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX model_check_call ON model_check (call_id);

-- What a model suggests of a record, reason by reason. It is nobody's verdict.
CREATE TABLE advice (
    id INTEGER PRIMARY KEY,
    call_id INTEGER NOT NULL REFERENCES model_call ON DELETE CASCADE,
    record_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    stage TEXT NOT NULL CHECK (stage IN ('title-abstract', 'full-text')),
    criterion_id INTEGER NOT NULL REFERENCES criterion,
    -- Whether this reason for exclusion applies.
    applies TEXT NOT NULL CHECK (applies IN ('yes', 'no', 'unclear')),
    quote TEXT NOT NULL,
    -- Whether the quote stands in what was sent, letter for letter but for blanks and capitals.
    stands INTEGER NOT NULL,
    confidence REAL NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX advice_record ON advice (record_id, stage, at);
