-- Orders that models gave. They suggest what to read next; what is decided stands in decision, by persons alone.

-- What a model made of the verdicts given so far: one for each stage and each whose verdicts it learnt from.
CREATE TABLE ranking (
    id INTEGER PRIMARY KEY,
    stage TEXT NOT NULL CHECK (stage IN ('title-abstract', 'full-text')),
    -- Whose verdicts; NULL where the settled ones.
    reviewer_id INTEGER REFERENCES reviewer,
    model TEXT NOT NULL,
    version TEXT NOT NULL,
    seed INTEGER NOT NULL,
    relevant INTEGER NOT NULL,
    irrelevant INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX ranking_key ON ranking (stage, coalesce(reviewer_id, 0));

CREATE TABLE ranked (
    ranking_id INTEGER NOT NULL REFERENCES ranking ON DELETE CASCADE,
    place INTEGER NOT NULL,
    record_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    score REAL NOT NULL,
    at_random INTEGER NOT NULL,
    PRIMARY KEY (ranking_id, place)
) STRICT, WITHOUT ROWID;

-- The model that brought a record up when a person decided on it.
CREATE TABLE suggestion (
    decision_id INTEGER PRIMARY KEY REFERENCES decision ON DELETE CASCADE,
    model TEXT NOT NULL,
    version TEXT NOT NULL,
    seed INTEGER NOT NULL,
    relevant INTEGER NOT NULL,
    irrelevant INTEGER NOT NULL,
    place INTEGER NOT NULL,
    score REAL NOT NULL,
    at_random INTEGER NOT NULL
) STRICT;
