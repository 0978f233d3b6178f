package org.winnow.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.winnow.store.LoggedTable.Payload;

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

    private record Change(
            long id,
            String kind,
            String table,
            long row,
            @Nullable String column,
            @Nullable Object old) {}

    /** Takes back everything that an operation did; the triggers write the way back under the running operation. */
    void revert(long op, Tx tx) {
        handle.execute("PRAGMA defer_foreign_keys = ON");
        DeletedRow pending = new DeletedRow();
        long before = Long.MAX_VALUE;
        List<Change> page = page(op, before);
        while (!page.isEmpty()) {
            for (Change change : page) {
                if (!pending.accepts(change)) {
                    pending.restore();
                    pending = new DeletedRow();
                    pending.accepts(change);
                }
                if (!change.kind().equals("delete")) {
                    revert(change, tx);
                }
            }
            before = page.get(page.size() - 1).id();
            page = page(op, before);
        }
        pending.restore();
    }

    /** The next changes backwards, read to the end before any write: the undo itself adds rows to the same table. */
    private List<Change> page(long op, long before) {
        return handle.createQuery("""
                        SELECT id, kind, tbl, row_id, col, old FROM change
                        WHERE op_id = :op AND id < :before ORDER BY id DESC LIMIT 50000
                        """)
                .bind("op", op)
                .bind("before", before)
                .map((rs, ctx) -> new Change(
                        rs.getLong("id"),
                        rs.getString("kind"),
                        rs.getString("tbl"),
                        rs.getLong("row_id"),
                        rs.getString("col"),
                        rs.getObject("old")))
                .list();
    }

    private void revert(Change change, Tx tx) {
        LoggedTable table = LoggedTable.of(change.table());
        if (change.kind().equals("update")) {
            handle.createUpdate("UPDATE <t> SET <c> = :old WHERE rowid = :row")
                    .define("t", change.table())
                    .define("c", Objects.requireNonNull(change.column()))
                    .bind("old", change.old())
                    .bind("row", change.row())
                    .execute();
            return;
        }
        switch (table.onUndoOfInsert()) {
            case DELETE -> row("DELETE FROM <t> WHERE rowid = :row", change).execute();
            case RETIRE ->
                row("UPDATE <t> SET retired = 1 WHERE rowid = :row", change).execute();
            case COUNTER_FACT -> addCounterFact(table, change.row(), tx);
            case WITH_PARENT -> {}
        }
    }

    private Update row(String sql, Change change) {
        return handle.createUpdate(sql).define("t", change.table()).bind("row", change.row());
    }

    /** Claims again what the newest fact before this one claimed, or nothing where there was none. */
    private void addCounterFact(LoggedTable table, long row, Tx tx) {
        String key = String.join(", ", table.key());
        String sameKey = table.key().stream()
                .map(k -> "p." + k + " = f." + k)
                .reduce((a, b) -> a + " AND " + b)
                .orElseThrow();
        StringJoiner payloadColumns = new StringJoiner(", ");
        StringJoiner payload = new StringJoiner(", ");
        for (Payload p : table.payload()) {
            payloadColumns.add(p.column());
            payload.add("CASE WHEN p.id IS NULL THEN " + p.nothing() + " ELSE p." + p.column() + " END");
        }
        handle.createUpdate("""
                        INSERT INTO %1$s (uuid, %2$s, %3$s, at)
                        SELECT :uuid, %4$s, %5$s, :now
                        FROM %1$s f
                        LEFT JOIN %1$s p ON p.id = (SELECT p.id FROM %1$s p
                            WHERE %6$s AND (p.at, p.id) < (f.at, f.id) ORDER BY p.at DESC, p.id DESC LIMIT 1)
                        WHERE f.id = :row
                        """.formatted(
                                table.name(),
                                key,
                                payloadColumns,
                                table.key().stream()
                                        .map(k -> "f." + k)
                                        .reduce((a, b) -> a + ", " + b)
                                        .orElseThrow(),
                                payload,
                                sameKey))
                .bind("uuid", tx.newUuid())
                .bind("now", tx.now())
                .bind("row", row)
                .execute();
    }

    /** Gathers the column rows of one deleted row until the next row begins, then puts it back. */
    private final class DeletedRow {
        private @Nullable String table;
        private long row;
        private final Map<String, Object> values = new LinkedHashMap<>();

        boolean accepts(Change change) {
            if (!change.kind().equals("delete")) {
                return values.isEmpty();
            }
            if (!values.isEmpty() && (!change.table().equals(table) || change.row() != row)) {
                return false;
            }
            table = change.table();
            row = change.row();
            values.put(Objects.requireNonNull(change.column()), Objects.requireNonNull(change.old()));
            return true;
        }

        void restore() {
            if (values.isEmpty()) {
                return;
            }
            StringJoiner columns = new StringJoiner(", ");
            StringJoiner marks = new StringJoiner(", ");
            values.keySet().forEach(c -> {
                columns.add(c);
                marks.add(":" + c);
            });
            handle.createUpdate("INSERT INTO <t> (<columns>) VALUES (<marks>)")
                    .define("t", Objects.requireNonNull(table))
                    .define("columns", columns.toString())
                    .define("marks", marks.toString())
                    .bindMap(values)
                    .execute();
        }
    }
}
