package org.winnow.dfllm.dataset;

import java.util.Locale;

/** How an item came about. */
public enum Provenance {
    /** A person wrote it. */
    WRITTEN,
    /** A model proposed it. */
    DRAFTED,
    /** It follows from what the review has on record, such as decisions and marks in full texts. */
    DERIVED,
    /** It came in a file. */
    IMPORTED;

    /** The word for it in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
