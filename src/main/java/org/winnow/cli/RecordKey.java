package org.winnow.cli;

import java.util.List;
import org.winnow.model.RecordId;
import org.winnow.model.UserException;
import org.winnow.store.Review;

/** How people name one record on the command line: its number, DOI or PubMed id. */
final class RecordKey {
    private RecordKey() {}

    static RecordId of(Review review, String key) {
        List<RecordId> found = review.records().find(key);
        if (found.size() != 1) {
            throw new UserException(
                    found.isEmpty()
                            ? "There is no record " + key + " in the review."
                            : found.size() + " records are called " + key
                                    + ". Give the id of one; winnow records lists them.");
        }
        return found.get(0);
    }
}
