package org.winnow.ui.screening;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.model.BibRecord;
import org.winnow.model.Decision;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.Tag;
import org.winnow.store.Records.Origin;

/**
 * One record as the room shows it.
 *
 * @param mine this reviewer's current decision at this stage, or null
 * @param all current decisions of everybody at this stage, for settling conflicts
 * @param note this reviewer's note, empty where there is none
 */
record Card(
        RecordId id,
        BibRecord record,
        Origin origin,
        @Nullable Decision mine,
        List<Decision> all,
        List<Tag> tags,
        String note,
        Retrieval retrieval) {}
