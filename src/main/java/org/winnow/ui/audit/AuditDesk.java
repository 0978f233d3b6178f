package org.winnow.ui.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.winnow.model.RecordId;
import org.winnow.store.AuditTrail.Search;
import org.winnow.store.Review;

/** What of the trail leaves the program, and whether all of it is there. */
public interface AuditDesk {
    /** The kinds of file in which a life can be written, by their endings. */
    List<String> lifeFormats();

    /** The review with everything that blinding hides, where the person at the window leads the team; else empty. */
    Optional<Review> unblinded();

    /** Writes what the search finds in the review, as it is shown, as a table; gives how many lines it has. */
    long writeTrail(Review shown, Search search, Path target);

    /** Computes the whole chain of hashes again; an empty list says that nothing was removed or changed. */
    List<String> check();

    void writeLife(Review shown, RecordId record, Path target);
}
