-- How a tag looks, and the letter of the keyboard that puts it on; empty where nobody has said.
ALTER TABLE tag ADD COLUMN colour TEXT NOT NULL DEFAULT '';
ALTER TABLE tag ADD COLUMN letter TEXT NOT NULL DEFAULT '';
