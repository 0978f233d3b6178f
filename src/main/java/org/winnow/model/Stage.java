package org.winnow.model;

import java.util.Arrays;
import java.util.Optional;

/** A stage of screening, in the order in which a record passes them. */
public enum Stage {
    TITLE_ABSTRACT("title-abstract"),
    FULL_TEXT("full-text");

    private final String key;

    Stage(String key) {
        this.key = key;
    }

    /** The word for this stage in files and on the command line. */
    public String key() {
        return key;
    }

    public static Optional<Stage> of(String key) {
        return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
    }
}
