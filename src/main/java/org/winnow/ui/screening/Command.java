package org.winnow.ui.screening;

import java.util.Locale;

/** What a key of the room asks for. */
enum Command {
    INCLUDE,
    MAYBE,
    EXCLUDE,
    UNDECIDED,
    NOT_RETRIEVED,
    TAG,
    NOTE,
    NEXT,
    BACK,
    SEARCH,
    JUMP,
    ALONE,
    LIFE,
    BULK;

    /** The key of its name in the texts. */
    String key() {
        return "screening.key." + name().toLowerCase(Locale.ROOT);
    }
}
