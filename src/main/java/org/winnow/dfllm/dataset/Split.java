package org.winnow.dfllm.dataset;

import java.util.Locale;

/** What an item is for. */
public enum Split {
    TRAIN,
    VALIDATION,
    TEST;

    /** The word for it in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
