package org.winnow.dedup;

/** How two titles stand to each other. */
enum TitleRelation {
    /** The same letters and digits. */
    EQUAL,
    /** The same but for spelling, small words or word order. */
    VARIANT,
    /** One is the beginning or the end of the other. */
    SUBTITLE,
    /** Most words are the same, some are others. */
    CLOSE,
    /** Alike but for a number, a year, a part or a word such as "update", which make another work. */
    NUMBERED,
    /** Alike, but one is an erratum, comment or reply. */
    REACTION,
    /** At least one is missing. */
    UNKNOWN,
    DIFFERENT;

    boolean sameWords() {
        return this == EQUAL || this == VARIANT;
    }
}
