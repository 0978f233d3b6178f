package org.winnow.formats;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A format of reference files that can be read. */
public enum Format {
    RIS,
    NBIB,
    CSV,
    TSV;

    /** The word for this format on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> of(String key) {
        return Arrays.stream(values()).filter(f -> f.key().equals(key)).findFirst();
    }
}
