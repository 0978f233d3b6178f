package org.winnow.store;

import java.util.List;
import java.util.StringJoiner;
import org.jdbi.v3.core.Handle;

/**
 * Undo below the features. TEMP triggers on the writer's connection write one row per changed column, keyed by
 * operation; undo replays them backwards under an operation of its own, so that redo is the undo of the undo. The same
 * rows are the audit trail.
 */
final class ChangeLog {
    private final Handle handle;

    ChangeLog(Handle handle) {
        this.handle = handle;
    }

    /** Makes the triggers; once for each writer connection. */
    void install() {
        handle.execute("CREATE TEMP TABLE current_op (id INTEGER NOT NULL)");
        handle.execute("INSERT INTO current_op VALUES (0)");
        for (LoggedTable table : LoggedTable.ALL) {
            List<Column> columns = columns(table.name());
            if (table.onUndoOfInsert() != LoggedTable.Undo.WITH_PARENT) {
                handle.execute(insertTrigger(table.name()));
            }
            handle.execute(updateTrigger(table.name(), columns));
            handle.execute(deleteTrigger(table.name(), columns));
        }
    }

    void startOp(long op) {
        handle.execute("UPDATE current_op SET id = ?", op);
    }

    private record Column(String name, boolean emptyByItself) {}

    private List<Column> columns(String table) {
        return handle.createQuery("SELECT name, dflt_value FROM pragma_table_info(:t)")
                .bind("t", table)
                .map((rs, ctx) -> new Column(rs.getString("name"), "''".equals(rs.getString("dflt_value"))))
                .list();
    }

    private static String insertTrigger(String table) {
        return """
                CREATE TEMP TRIGGER log_insert_%1$s AFTER INSERT ON main.%1$s BEGIN
                    INSERT INTO change (op_id, kind, tbl, row_id)
                    VALUES ((SELECT id FROM current_op), 'insert', '%1$s', new.rowid);
                END""".formatted(table);
    }

    private static String updateTrigger(String table, List<Column> columns) {
        StringJoiner body = new StringJoiner("\n");
        for (Column column : columns) {
            body.add("""
                    INSERT INTO change (op_id, kind, tbl, row_id, col, old, new)
                    SELECT (SELECT id FROM current_op), 'update', '%1$s', new.rowid, '%2$s', old.%2$s, new.%2$s
                    WHERE old.%2$s IS NOT new.%2$s;""".formatted(table, column.name()));
        }
        return "CREATE TEMP TRIGGER log_update_%1$s AFTER UPDATE ON main.%1$s BEGIN\n%2$s\nEND".formatted(table, body);
    }

    /** Values that a column has by itself need no row. */
    private static String deleteTrigger(String table, List<Column> columns) {
        StringJoiner body = new StringJoiner("\n");
        for (Column column : columns) {
            body.add("""
                    INSERT INTO change (op_id, kind, tbl, row_id, col, old)
                    SELECT (SELECT id FROM current_op), 'delete', '%1$s', old.rowid, '%2$s', old.%2$s
                    WHERE old.%2$s IS NOT NULL AND (%3$s OR old.%2$s IS NOT '');""".formatted(table, column.name(), !column.emptyByItself()));
        }
        return "CREATE TEMP TRIGGER log_delete_%1$s AFTER DELETE ON main.%1$s BEGIN\n%2$s\nEND".formatted(table, body);
    }

    /** Takes back everything that an operation did; the triggers write the way back under the running operation. */
    void revert(long op, Tx tx) {
        handle.execute("PRAGMA defer_foreign_keys = ON");
        try (Replay replay = new Replay(handle, tx)) {
            replay.backwards(op);
        }
    }
}
