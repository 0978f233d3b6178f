package org.winnow.model;

import java.util.Locale;

/** Whether the full report could be had. */
public enum Retrieval {
    /** Asked for, or about to be; the state of every record that passes title and abstract. */
    SOUGHT,
    RETRIEVED,
    NOT_RETRIEVED;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
