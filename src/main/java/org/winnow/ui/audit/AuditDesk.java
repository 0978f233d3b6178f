package org.winnow.ui.audit;

import java.nio.file.Path;
import java.util.List;
import org.winnow.model.RecordId;
import org.winnow.store.AuditTrail.Search;

/** What of the trail leaves the program, and whether all of it is there. */
public interface AuditDesk {
    /** The kinds of file in which a life can be written, by their endings. */
    List<String> lifeFormats();

    /** Writes what the search finds as a table; gives how many lines it has. */
    long writeTrail(Search search, Path target);

    /** Computes the whole chain of hashes again; an empty list says that nothing was removed or changed. */
    List<String> check();

    void writeLife(RecordId record, Path target);
}
