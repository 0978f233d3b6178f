package org.winnow.report;

import java.util.List;
import org.winnow.document.Document.Column;
import org.winnow.document.Document.Table;
import org.winnow.model.RecordId;
import org.winnow.store.AuditTrail.Event;

/** The audit trail as a table, one line for each thing that was done. */
public final class AuditTable {
    public static final List<String> COLUMNS =
            List.of("number", "time", "operation", "direction", "reviewer", "record", "what", "hash");

    private AuditTable() {}

    public static Table of(List<Event> events) {
        return Table.plain(
                "",
                COLUMNS.stream().map(c -> new Column(c, 1)).toList(),
                events.stream().map(AuditTable::cells).toList());
    }

    /** In the order of the columns; times as in ISO 8601, in UTC. */
    public static List<String> cells(Event e) {
        RecordId about = e.record();
        return List.of(
                Long.toString(e.number()),
                e.at().toString(),
                e.operation(),
                e.direction(),
                e.reviewer(),
                about == null ? "" : about.toString(),
                e.what(),
                e.hash());
    }
}
