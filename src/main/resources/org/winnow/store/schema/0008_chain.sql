-- Every operation carries a hash over the one before it and everything that it wrote: see the class Chain. Whoever
-- changes rows in a later script, rather than adding columns with a default, has to let the chain be sealed anew.
ALTER TABLE op ADD COLUMN hash TEXT;

-- What the computer's clock said; the time of an operation may stand after it, so that the order is kept.
ALTER TABLE op ADD COLUMN clock INTEGER;
