package org.winnow.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * Makes the triggers; once for each writer connection. All in one script past Jdbi, whose parser would take longer
     * over it than SQLite.
     */
    void install() {
        try (Statement statement = handle.getConnection().createStatement()) {
            Map<String, List<Column>> columns = columns(statement);
            StringJoiner script = new StringJoiner(";\n");
            script.add("CREATE TEMP TABLE current_op (id INTEGER NOT NULL)");
            script.add("INSERT INTO current_op VALUES (0)");
            for (LoggedTable table : LoggedTable.ALL) {
                List<Column> own = columns.getOrDefault(table.name(), List.of());
                if (table.onUndoOfInsert() != LoggedTable.Undo.WITH_PARENT) {
                    script.add(insertTrigger(table.name()));
                }
                script.add(updateTrigger(table.name(), own));
                script.add(deleteTrigger(table.name(), own));
            }
            statement.executeUpdate(script.toString());
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    void startOp(long op) {
        handle.execute("UPDATE current_op SET id = ?", op);
    }

    private record Column(String name, boolean emptyByItself) {}

    private static Map<String, List<Column>> columns(Statement statement) throws SQLException {
        Map<String, List<Column>> columns = new HashMap<>();
        try (ResultSet rs = statement.executeQuery("""
                SELECT t.name, c.name, c.dflt_value FROM sqlite_schema t JOIN pragma_table_info(t.name) c
                WHERE t.type = 'table' ORDER BY t.name, c.cid
                """)) {
            while (rs.next()) {
                columns.computeIfAbsent(rs.getString(1), k -> new ArrayList<>())
                        .add(new Column(rs.getString(2), "''".equals(rs.getString(3))));
            }
        }
        return columns;
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
