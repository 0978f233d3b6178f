package org.winnow.screening.advice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When a person sees what a language model suggests of a record. */
public enum Shown {
    NEVER,
    /** Once the person has a verdict of their own: it cannot sway them. */
    AFTER,
    BEFORE;

    /** The word for it in files and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Shown> of(String key) {
        return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
    }
}
