package org.winnow.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What one reviewer says of one record at one stage. */
public enum Verdict {
    INCLUDE,
    EXCLUDE,
    MAYBE;

    /** The word for this verdict in files and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Verdict> of(String key) {
        return Arrays.stream(values()).filter(v -> v.key().equals(key)).findFirst();
    }
}
