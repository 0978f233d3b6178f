package org.winnow.dfllm.dataset;

import java.util.Locale;

/** What people have said of an item. */
public enum State {
    /** Nobody has looked at it. */
    DRAFT,
    /** It is right as it stands. */
    ACCEPTED,
    /** It is right as somebody changed it. */
    EDITED,
    /** It is wrong or of no use; it stays, as the lesser one beside a better one. */
    REJECTED;

    /** The word for it in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a person stands for it. */
    public boolean good() {
        return this == ACCEPTED || this == EDITED;
    }
}
