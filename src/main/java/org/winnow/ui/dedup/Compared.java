package org.winnow.ui.dedup;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.model.BibRecord;
import org.winnow.model.MergedRecord;
import org.winnow.model.MergedRecord.Field;
import org.winnow.model.RecordId;
import org.winnow.store.DuplicateList.Row;
import org.winnow.store.Records.Origin;

/**
 * What is shown of one line of the list: its records side by side.
 *
 * @param columns both records of a pair; of a group the one that stands for it first
 * @param merged of a group: what the records say together, and which of them gave it
 */
record Compared(Row row, List<Column> columns, @Nullable MergedRecord merged) {
    /**
     * A record.
     *
     * @param standsFor how many other records it stands for
     * @param why of a duplicate: why it is one
     */
    record Column(RecordId id, BibRecord record, Origin origin, int standsFor, boolean automatic, String why) {}

    boolean doubtful() {
        return row.item().doubtful();
    }

    /** Whether the merged record takes this field from this record. */
    boolean gives(Column column, Field field) {
        return merged != null
                && Optional.ofNullable(merged.origins().get(field))
                        .filter(column.id()::equals)
                        .isPresent();
    }
}
