package org.winnow.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.winnow.store.Chain.Line;
import org.winnow.store.Chain.Link;

/**
 * Proves that the log is what was written and that the review is what the log says: goes back from what stands in the
 * file to what stood there after each operation, and computes each hash anew.
 */
final class ChainCheck {
    private static final int MOST = 20;

    private record Row(String table, long id) {}

    private final Handle handle;
    private final RowSource source;
    private final Map<Row, Map<String, Object>> earlier = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private ChainCheck(Handle handle, RowSource source) {
        this.handle = handle;
        this.source = source;
    }

    /** Sentences about what is wrong; none when nothing was changed or removed. */
    static List<String> problems(Handle handle) {
        try (RowSource source = new RowSource(handle)) {
            ChainCheck check = new ChainCheck(handle, source);
            check.links();
            check.runs();
            check.strangers();
            return check.problems;
        }
    }

    private void links() {
        List<Link> links = Chain.links(handle, "1");
        Map<Long, String> names = Chain.names(handle);
        long seal = links.stream()
                .filter(l -> l.name().equals(Chain.SEAL))
                .mapToLong(Link::id)
                .max()
                .orElse(0);
        for (int i = links.size() - 1; i >= 0 && problems.size() < MOST; i--) {
            Link link = links.get(i);
            List<Line> lines = Chain.lines(handle, link.id());
            String previous = i == 0 ? "" : String.valueOf(links.get(i - 1).hash());
            boolean whole = link.id() >= seal;
            String digest = Chain.digest(link, lines, whole ? this::row : null, names);
            if (!Chain.hash(previous, digest).equals(link.hash())) {
                problems.add("The audit trail is broken at operation " + link.id() + " (" + link.name() + ", "
                        + Instant.ofEpochMilli(link.at())
                        + "): it, the one before it, or what it wrote was changed or removed.");
            }
            if (link.id() > seal) {
                goBack(lines);
            }
        }
    }

    private Map<String, Object> row(String table, long id) {
        Map<String, Object> known = earlier.get(new Row(table, id));
        return known == null ? source.row(table, id) : known;
    }

    /** Puts the rows back to what they were before the operation. */
    private void goBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            Line line = lines.get(i);
            Row row = new Row(line.table(), line.row());
            switch (line.kind()) {
                case "insert" -> earlier.put(row, new TreeMap<>());
                case "update" -> {
                    Map<String, Object> values = mutable(row);
                    String column = Objects.requireNonNull(line.column());
                    if (!same(row.table(), column, values.get(column), line.now())) {
                        problems.add("Row " + row.id() + " of " + row.table() + " has another " + column
                                + " than the audit trail says.");
                    }
                    set(row, values, column, line.old());
                }
                default -> set(row, mutable(row), Objects.requireNonNull(line.column()), line.old());
            }
        }
    }

    private Map<String, Object> mutable(Row row) {
        return earlier.computeIfAbsent(row, r -> new TreeMap<>(source.row(r.table(), r.id())));
    }

    private void set(Row row, Map<String, Object> values, String column, @Nullable Object value) {
        if (value == null || source.isDefault(row.table(), column, value)) {
            values.remove(column);
        } else {
            values.put(column, value);
        }
    }

    private boolean same(String table, String column, @Nullable Object standing, @Nullable Object logged) {
        if (standing == null) {
            return source.isDefault(table, column, logged);
        }
        return standing instanceof Number a && logged instanceof Number b && !(standing instanceof Double)
                ? a.longValue() == b.longValue()
                : standing.equals(logged);
    }

    private void runs() {
        handle.createQuery("SELECT row_id, col, new FROM change WHERE tbl = 'record' AND kind = 'insert'")
                .map((rs, ctx) -> new Line("insert", "record", rs.getLong(1), rs.getString(2), null, rs.getString(3)))
                .list()
                .forEach(run -> {
                    long last = Long.parseLong(String.valueOf(run.column()));
                    if (!RecordRuns.digest(handle, run.row(), last).equals(run.now())) {
                        problems.add("Records " + run.row() + " to " + last
                                + " are not what was imported: one was changed or removed.");
                    }
                });
    }

    /** Rows that no operation has added. */
    private void strangers() {
        stranger("record", "t.id BETWEEN c.row_id AND CAST(c.col AS INTEGER)");
        for (LoggedTable table : LoggedTable.ALL) {
            if (table.onUndoOfInsert() != LoggedTable.Undo.WITH_PARENT) {
                stranger(table.name(), "c.row_id = t.rowid");
            }
        }
    }

    private void stranger(String table, String named) {
        long n = handle.createQuery("SELECT count(*) FROM " + table
                        + " t WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.tbl = '" + table
                        + "' AND c.kind = 'insert' AND " + named + ")")
                .mapTo(Long.class)
                .one();
        if (n > 0) {
            problems.add(n + " rows of " + table + " were added past the audit trail.");
        }
    }
}
