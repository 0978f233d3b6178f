-- At full text a suggestion rests on words of a page: of which file, by its hash, and which page, from 1; nothing and 0
-- where it rests on title or abstract.
ALTER TABLE advice ADD COLUMN sha256 TEXT NOT NULL DEFAULT '';
ALTER TABLE advice ADD COLUMN page INTEGER NOT NULL DEFAULT 0;
