package org.winnow.dedup;

/** How two values of one field stand to each other. */
enum Agreement {
    SAME,
    /** Alike, but not so that it proves anything. */
    NEAR,
    /** At least one side says nothing, which is no agreement. */
    UNKNOWN,
    DIFFERENT
}
