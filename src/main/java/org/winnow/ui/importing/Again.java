package org.winnow.ui.importing;

import java.util.Locale;

/** What is to happen with an export that has been in this review before. */
enum Again {
    SKIP,
    ONLY_NEW,
    ALL;

    /** For ids and texts. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
