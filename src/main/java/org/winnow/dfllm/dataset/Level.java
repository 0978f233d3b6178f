package org.winnow.dfllm.dataset;

import java.util.Locale;

/** How much of the review an answer draws on. */
public enum Level {
    /** A passage of one report. */
    SECTION,
    /** A report as a whole. */
    PAPER,
    /** The review: several reports, or how they were chosen. */
    REVIEW;

    /** The word for it in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
