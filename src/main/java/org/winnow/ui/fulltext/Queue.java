package org.winnow.ui.fulltext;

import java.util.Locale;
import java.util.function.LongPredicate;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.store.RecordQuery;
import org.winnow.store.RecordQuery.Mine;

/** Which reports are listed. Verdicts are the reviewer's own. */
enum Queue {
    UNDECIDED(Mine.UNDECIDED),
    /** Those without a full text yet that nobody has given up. */
    SOUGHT(Mine.UNDECIDED),
    /** Those with a full text, decided on or not. */
    RETRIEVED(Mine.ANY),
    DECIDED(Mine.DECIDED),
    ALL(Mine.ANY);

    private final Mine mine;

    Queue(Mine mine) {
        this.mine = mine;
    }

    RecordQuery query(ReviewerId reviewer) {
        return RecordQuery.at(Stage.FULL_TEXT).withMine(reviewer, mine);
    }

    /** @param retrieved which records have a full text */
    boolean takes(long record, LongPredicate retrieved) {
        return switch (this) {
            case SOUGHT -> !retrieved.test(record);
            case RETRIEVED -> retrieved.test(record);
            default -> true;
        };
    }

    /** The key of its name in the texts. */
    String key() {
        return "reader.queue." + name().toLowerCase(Locale.ROOT);
    }
}
