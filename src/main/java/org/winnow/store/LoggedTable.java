package org.winnow.store;

import java.util.ArrayList;
import java.util.List;

/**
 * How undo treats a table.
 *
 * @param onUndoOfInsert what happens to a row whose insertion is taken back
 * @param key for facts: the columns that say what the fact is about
 * @param payload for facts: the columns that say what it claims, with the SQL value that claims nothing
 */
record LoggedTable(String name, Undo onUndoOfInsert, List<String> key, List<Payload> payload) {
    enum Undo {
        /** The row goes. */
        DELETE,
        /** Other rows may point to it by now: it stays, marked as retired. */
        RETIRE,
        /** Facts stay for ever: a newer fact that claims what held before is added. */
        COUNTER_FACT,
        /** The row goes with the row it belongs to, so its insertion is not written down. */
        WITH_PARENT
    }

    record Payload(String column, String nothing) {}

    /** Every table that operations write, except those that triggers keep and the log itself. */
    static final List<LoggedTable> ALL = List.of(
            plain("review", Undo.DELETE),
            plain("source", Undo.RETIRE),
            plain("import_file", Undo.RETIRE),
            plain("problem", Undo.WITH_PARENT),
            plain("record", Undo.WITH_PARENT),
            plain("record_raw", Undo.WITH_PARENT),
            plain("duplicate", Undo.DELETE),
            plain("doubtful_pair", Undo.DELETE),
            plain("keyword", Undo.DELETE),
            plain("criterion", Undo.RETIRE),
            plain("tag", Undo.RETIRE),
            fact(
                    "decision",
                    List.of("record_id", "stage", "reviewer_id", "resolution"),
                    "verdict",
                    "NULL",
                    "criterion_id",
                    "NULL"),
            fact("note", List.of("record_id", "reviewer_id"), "text", "''"),
            fact("tagging", List.of("record_id", "tag_id", "reviewer_id"), "present", "0"),
            fact("retrieval", List.of("record_id", "reviewer_id"), "state", "'sought'"));

    static LoggedTable of(String name) {
        return ALL.stream().filter(t -> t.name.equals(name)).findFirst().orElseThrow();
    }

    private static LoggedTable plain(String name, Undo undo) {
        return new LoggedTable(name, undo, List.of(), List.of());
    }

    private static LoggedTable fact(String name, List<String> key, String... columnsAndNothings) {
        List<Payload> payload = new ArrayList<>();
        for (int i = 0; i < columnsAndNothings.length; i += 2) {
            payload.add(new Payload(columnsAndNothings[i], columnsAndNothings[i + 1]));
        }
        return new LoggedTable(name, Undo.COUNTER_FACT, key, List.copyOf(payload));
    }
}
