-- What the matcher and people say of two records, and which record stands for its group: facts, which travel and merge.
-- The table duplicate follows from them: records that are called the same, one by another, are one group.
CREATE TABLE likeness (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    -- First the record whose UUID comes first, so that every file names a pair the same way.
    a_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    b_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    -- Empty takes back what was said before.
    answer TEXT NOT NULL CHECK (answer IN ('same', 'different', '')),
    how TEXT NOT NULL CHECK (how IN ('automatic', 'person')),
    why TEXT NOT NULL,
    at INTEGER NOT NULL,
    CHECK (a_id <> b_id)
) STRICT;
CREATE INDEX likeness_pair ON likeness (a_id, b_id, at);
CREATE INDEX likeness_b ON likeness (b_id);

-- That a record stands for its group, or why it stands behind another.
CREATE TABLE keeping (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    member_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    stands INTEGER NOT NULL CHECK (stands IN (0, 1)),
    how TEXT NOT NULL CHECK (how IN ('automatic', 'person')),
    why TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX keeping_member ON keeping (member_id, at);

-- What they say now, kept by triggers.
CREATE TABLE current_likeness (
    a_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    b_id INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    answer TEXT NOT NULL,
    how TEXT NOT NULL,
    why TEXT NOT NULL,
    at INTEGER NOT NULL,
    uuid TEXT NOT NULL,
    PRIMARY KEY (a_id, b_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX current_likeness_b ON current_likeness (b_id);
CREATE TABLE current_keeping (
    member_id INTEGER PRIMARY KEY REFERENCES record ON DELETE CASCADE,
    stands INTEGER NOT NULL,
    how TEXT NOT NULL,
    why TEXT NOT NULL,
    at INTEGER NOT NULL,
    uuid TEXT NOT NULL
) STRICT;

CREATE TRIGGER likeness_current AFTER INSERT ON likeness BEGIN
    INSERT INTO current_likeness (a_id, b_id, answer, how, why, at, uuid)
    VALUES (new.a_id, new.b_id, new.answer, new.how, new.why, new.at, new.uuid)
    ON CONFLICT (a_id, b_id) DO UPDATE SET
        answer = excluded.answer, how = excluded.how, why = excluded.why, at = excluded.at, uuid = excluded.uuid
    WHERE (excluded.at, excluded.uuid) > (current_likeness.at, current_likeness.uuid);
END;
CREATE TRIGGER keeping_current AFTER INSERT ON keeping BEGIN
    INSERT INTO current_keeping (member_id, stands, how, why, at, uuid)
    VALUES (new.member_id, new.stands, new.how, new.why, new.at, new.uuid)
    ON CONFLICT (member_id) DO UPDATE SET
        stands = excluded.stands, how = excluded.how, why = excluded.why, at = excluded.at, uuid = excluded.uuid
    WHERE (excluded.at, excluded.uuid) > (current_keeping.at, current_keeping.uuid);
END;
