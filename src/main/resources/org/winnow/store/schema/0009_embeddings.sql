-- What texts mean, as a network on this computer made vectors of them: computed once for each text.
CREATE TABLE embedding (
    network TEXT NOT NULL,
    text_key TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (network, text_key)
) STRICT, WITHOUT ROWID;
