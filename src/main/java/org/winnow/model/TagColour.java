package org.winnow.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The colours of tags. A tag is known by its name too: no colour stands for itself alone. */
public enum TagColour {
    BLUE,
    ORANGE,
    GREEN,
    PURPLE,
    RED,
    TEAL,
    PINK,
    GOLD,
    GREY;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TagColour> of(String key) {
        return Arrays.stream(values()).filter(c -> c.key().equals(key)).findFirst();
    }

    /** The one that is used least, the first of several. */
    public static TagColour leastOf(List<TagColour> used) {
        return Arrays.stream(values())
                .min((a, b) -> Long.compare(count(used, a), count(used, b)))
                .orElseThrow();
    }

    private static long count(List<TagColour> used, TagColour colour) {
        return used.stream().filter(c -> c == colour).count();
    }
}
