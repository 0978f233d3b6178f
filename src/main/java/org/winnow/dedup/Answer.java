package org.winnow.dedup;

/** What the matcher says of two records. */
public enum Answer {
    /** The same report, sure enough to merge without asking. */
    SAME,
    DIFFERENT,
    /** A person has to look. */
    ASK
}
