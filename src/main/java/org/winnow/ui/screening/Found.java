package org.winnow.ui.screening;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.model.Stage;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;

/**
 * What a search for one record gave.
 *
 * @param record the one, where it is at the stage
 * @param complaint key of the text that says why there is none, empty where there is
 */
record Found(@Nullable RecordId record, String complaint) {
    /** @param key number, perhaps after {@code #}, DOI or PubMed id */
    static Found by(String key, Review review, Stage stage) {
        List<RecordId> all = review.records().find(key.startsWith("#") ? key.substring(1) : key);
        if (all.size() != 1) {
            return new Found(null, all.isEmpty() ? "screening.jump.unknown" : "screening.jump.several");
        }
        RecordId one = all.get(0);
        boolean here =
                Arrays.stream(review.records().ids(RecordQuery.at(stage))).anyMatch(id -> id == one.value());
        return here ? new Found(one, "") : new Found(null, "screening.jump.elsewhere");
    }
}
