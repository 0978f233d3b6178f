package org.winnow.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.winnow.store.LoggedTable.Claim;

/** Carries out the opposite of what the change log holds of an operation, the newest change first. */
final class Replay implements AutoCloseable {
    private static final int PAGE = 50_000;

    private record Change(
            long id,
            String kind,
            String table,
            long row,
            @Nullable String column,
            @Nullable Object old) {}

    private final Handle handle;
    private final Tx tx;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Replay(Handle handle, Tx tx) {
        this.handle = handle;
        this.tx = tx;
    }

    void backwards(long op) {
        DeletedRow pending = new DeletedRow();
        List<Change> page = page(op, Long.MAX_VALUE);
        while (!page.isEmpty()) {
            for (Change change : page) {
                if (!pending.accepts(change)) {
                    pending.restore();
                    pending = new DeletedRow();
                    pending.accepts(change);
                }
                if (!change.kind().equals("delete")) {
                    revert(change);
                }
            }
            page = page(op, page.get(page.size() - 1).id());
        }
        pending.restore();
    }

    /** The next changes backwards, read to the end before any write: the undo itself adds rows to the same table. */
    private List<Change> page(long op, long before) {
        return handle.createQuery("""
                        SELECT id, kind, tbl, row_id, col, old FROM change
                        WHERE op_id = :op AND id < :before ORDER BY id DESC LIMIT :page
                        """)
                .bind("op", op)
                .bind("before", before)
                .bind("page", PAGE)
                .map((rs, ctx) -> new Change(
                        rs.getLong("id"),
                        rs.getString("kind"),
                        rs.getString("tbl"),
                        rs.getLong("row_id"),
                        rs.getString("col"),
                        rs.getObject("old")))
                .list();
    }

    private void revert(Change change) {
        LoggedTable table = LoggedTable.of(change.table());
        if (change.kind().equals("update")) {
            String column = Objects.requireNonNull(change.column());
            boolean time = table.onUndoOfInsert() == LoggedTable.Undo.RETIRE_AT && column.equals("at");
            run(
                    "UPDATE " + table.name() + " SET " + column + " = ? WHERE rowid = ?",
                    time ? Long.valueOf(tx.now()) : change.old(),
                    change.row());
            return;
        }
        switch (table.onUndoOfInsert()) {
            case DELETE -> run("DELETE FROM " + table.name() + " WHERE rowid = ?", change.row());
            case RETIRE -> run("UPDATE " + table.name() + " SET retired = 1 WHERE rowid = ?", change.row());
            case RETIRE_AT ->
                run("UPDATE " + table.name() + " SET retired = 1, at = ? WHERE rowid = ?", tx.now(), change.row());
            case COUNTER_FACT -> run(counterFact(table), tx.newUuid(), tx.now(), change.row());
            case STAYS, WITH_PARENT -> {}
        }
    }

    /** Claims again what the newest fact before this one claimed, or nothing where there was none. */
    private static String counterFact(LoggedTable table) {
        String claims = table.claims().stream().map(Claim::column).collect(Collectors.joining(", "));
        String earlier = table.claims().stream()
                .map(c -> "CASE WHEN p.id IS NULL THEN " + c.nothing() + " ELSE p." + c.column() + " END")
                .collect(Collectors.joining(", "));
        return """
                INSERT INTO %1$s (uuid, at, %2$s, %3$s)
                SELECT ?, ?, %4$s, %5$s
                FROM %1$s f
                LEFT JOIN %1$s p ON p.id = (SELECT p.id FROM %1$s p
                    WHERE %6$s AND (p.at, p.uuid) < (f.at, f.uuid) ORDER BY p.at DESC, p.uuid DESC LIMIT 1)
                WHERE f.id = ?
                """.formatted(
                        table.name(),
                        String.join(", ", table.about()),
                        claims,
                        table.about().stream().map(c -> "f." + c).collect(Collectors.joining(", ")),
                        earlier,
                        table.sameSubject());
    }

    /** Each statement is compiled once: with its triggers, that costs more than running it. */
    private void run(String sql, @Nullable Object... values) {
        try {
            PreparedStatement statement = statements.get(sql);
            if (statement == null) {
                statement = handle.getConnection().prepareStatement(sql);
                statements.put(sql, statement);
            }
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    @Override
    public void close() {
        try {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
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
            if (!values.isEmpty()) {
                String columns = String.join(", ", values.keySet());
                String marks = Stream.generate(() -> "?").limit(values.size()).collect(Collectors.joining(", "));
                run(
                        "INSERT INTO " + table + " (" + columns + ") VALUES (" + marks + ")",
                        values.values().toArray());
            }
        }
    }
}
