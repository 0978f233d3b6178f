package org.winnow.ui.screening;

import java.util.Locale;
import org.winnow.model.Outcome;
import org.winnow.model.ReviewerId;
import org.winnow.store.RecordQuery;
import org.winnow.store.RecordQuery.Mine;

/** Which records of a stage the room lists. Verdicts are the reviewer's own: what is undecided is what the team
 * has given them. */
enum Show {
    UNDECIDED(Mine.UNDECIDED),
    MINE(Mine.DECIDED),
    INCLUDED(Mine.INCLUDE),
    EXCLUDED(Mine.EXCLUDE),
    MAYBE(Mine.MAYBE),
    AGAIN(Mine.AGAIN),
    CONFLICTS(Mine.ANY),
    ALL(Mine.ANY);

    private final Mine mine;

    Show(Mine mine) {
        this.mine = mine;
    }

    RecordQuery in(RecordQuery query, ReviewerId reviewer) {
        return this == CONFLICTS ? query.withOutcomes(Outcome.CONFLICT) : query.withMine(reviewer, mine);
    }

    /** The key of its name in the texts. */
    String key() {
        return "screening.show." + name().toLowerCase(Locale.ROOT);
    }
}
