package org.winnow.ui.screening;

import java.util.Locale;
import org.winnow.store.RecordQuery.Order;

/** The orders of the room's list. */
enum ListOrder {
    IMPORTED(Order.IMPORTED),
    /** Read in the order of import and put in that of a model afterwards. */
    LIKELY(Order.IMPORTED),
    TITLE(Order.TITLE),
    AUTHOR(Order.AUTHOR),
    NEWEST(Order.NEWEST),
    OLDEST(Order.OLDEST),
    JOURNAL(Order.JOURNAL),
    RANDOM(Order.RANDOM);

    private final Order read;

    ListOrder(Order read) {
        this.read = read;
    }

    /** The order in which the list is read from the review. */
    Order read() {
        return read;
    }

    /** The key of its name in the texts. */
    String key() {
        return "order." + name().toLowerCase(Locale.ROOT);
    }
}
