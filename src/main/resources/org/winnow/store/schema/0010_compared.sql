-- Imports whose records have been compared with each other: a later search for duplicates compares the new ones only.
ALTER TABLE import_file ADD COLUMN compared INTEGER NOT NULL DEFAULT 0;
