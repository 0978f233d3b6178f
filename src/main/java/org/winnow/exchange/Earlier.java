package org.winnow.exchange;

import org.jspecify.annotations.Nullable;
import org.winnow.store.Imports.ImportedFile;

/**
 * What of an export has been in this review before.
 *
 * @param same the import of the very same file, or null
 * @param overlap how many of its records the same source has given before, where that is most of them; else null
 */
public record Earlier(@Nullable ImportedFile same, @Nullable Overlap overlap) {
    public static final Earlier NOTHING = new Earlier(null, null);

    /** Whether a person should say what is to happen. */
    public boolean asks() {
        return same != null || overlap != null;
    }
}
