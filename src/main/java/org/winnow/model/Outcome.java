package org.winnow.model;

import java.util.Locale;

/** Where a record stands at a stage once all current verdicts and any resolution are taken together. */
public enum Outcome {
    /** Nobody has a current verdict. */
    UNDECIDED,
    /** Somebody has decided, and another screener still has to. */
    AWAITING,
    /** Current verdicts of two reviewers differ and nobody has settled it. */
    CONFLICT,
    INCLUDE,
    EXCLUDE,
    MAYBE;

    /** Whether the record goes on to the next stage: a settled <em>maybe</em> is read on, as an include is. */
    public boolean passes() {
        return this == INCLUDE || this == MAYBE;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
