package org.winnow.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a place in a full text is marked. */
public enum AnnotationKind {
    HIGHLIGHT,
    UNDERLINE,
    /** A sheet of paper pinned to a place; what it says is its comment. */
    NOTE,
    /** A rectangle, such as one around a figure. */
    AREA;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AnnotationKind> of(String key) {
        return Arrays.stream(values()).filter(k -> k.key().equals(key)).findFirst();
    }
}
