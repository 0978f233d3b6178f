package org.winnow.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of place records came from, as PRISMA 2020 distinguishes them (boxes 2 and 11 of the flow diagram). */
public enum SourceKind {
    DATABASE,
    REGISTER,
    WEBSITE,
    ORGANISATION,
    CITATION,
    OTHER;

    /** Whether the flow diagram counts it under "databases and registers", else under "other methods". */
    public boolean databaseOrRegister() {
        return this == DATABASE || this == REGISTER;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SourceKind> of(String key) {
        return Arrays.stream(values()).filter(k -> k.key().equals(key)).findFirst();
    }
}
