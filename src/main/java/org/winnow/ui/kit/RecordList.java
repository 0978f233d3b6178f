package org.winnow.ui.kit;

import java.util.List;
import java.util.function.Function;
import org.winnow.model.RecordId;
import org.winnow.store.RecordRow;

/** A list of records. */
public final class RecordList extends PagedList<RecordId, RecordRow> {
    /** @param name of the list, unique in the window */
    public RecordList(String name, Jobs jobs, Function<List<RecordId>, List<RecordRow>> fetch) {
        super(name, jobs, RecordId::new, RecordId::value, RecordRow::id, fetch);
    }
}
