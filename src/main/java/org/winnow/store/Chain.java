package org.winnow.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Makes the audit trail a hash chain (Haber and Stornetta 1991, How to time-stamp a digital document, Journal of
 * Cryptology 3:99-111): the hash of an operation is SHA-256 over the hash before it and a digest of the operation, the
 * changes that it logged, and the rows that it added. Nothing of it can be changed or taken out without changing every
 * hash from there on.
 */
final class Chain implements AutoCloseable {
    /** The operation with which a file from before the chain begins it: everything that was there then is its content. */
    static final String SEAL = "seal";

    /**
     * The operation under which the script 0019 writes down what older programs asked of language models; a script cannot
     * link it.
     */
    private static final String SEAL_CALLS = "seal-calls";

    /** One line of the log. */
    record Line(
            String kind,
            String table,
            long row,
            @Nullable String column,
            @Nullable Object old,
            @Nullable Object now) {
        /** Whether the row that it added is part of the digest; runs of records carry their own. */
        boolean addsRow() {
            return kind.equals("insert") && column == null;
        }
    }

    /** An operation with the hash that it carries. */
    record Link(
            long id,
            String name,
            long at,
            String fields,
            @Nullable String hash) {}

    /** Gives rows as they stood right after the operation. */
    interface Rows {
        Map<String, Object> row(String table, long id);
    }

    private final Handle handle;
    private final RowSource rows;

    Chain(Handle handle) {
        this.handle = handle;
        this.rows = new RowSource(handle);
    }

    /** Links an operation that is about to be committed. */
    void close(long op) {
        Link link = links(handle, "o.id = " + op).get(0);
        String previous = handle.createQuery("SELECT hash FROM op WHERE id < :id ORDER BY id DESC LIMIT 1")
                .bind("id", op)
                .mapTo(String.class)
                .findOne()
                .orElse("");
        handle.execute(
                "UPDATE op SET hash = ? WHERE id = ?",
                hash(previous, digest(link, lines(handle, op), rows::row, names(handle))),
                op);
    }

    /** Whether the file is from before the chain: a review in which no operation carries a hash. */
    boolean unsealed() {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM review) AND NOT EXISTS (SELECT 1 FROM op WHERE hash IS NOT NULL)
                        """).mapTo(Boolean.class).one();
    }

    /** The operation that a script wrote last, where it is not linked yet. */
    Optional<Long> unlinked() {
        return handle.createQuery("""
                        SELECT id FROM (SELECT id, name, hash FROM op ORDER BY id DESC LIMIT 1) WHERE name = :name AND hash IS NULL
                        """)
                .bind("name", SEAL_CALLS)
                .mapTo(Long.class)
                .findOne();
    }

    /** Links what was done before there was a chain, and takes in everything that is there. */
    void seal(ChangeLog log, long now) {
        String previous = "";
        for (Link link : links(handle, "1")) {
            previous = hash(previous, digest(link, lines(handle, link.id()), null, Map.of()));
            handle.execute("UPDATE op SET hash = ? WHERE id = ?", previous, link.id());
        }
        long op = handle.createQuery("""
                        INSERT INTO op (uuid, name, direction, kinds, at) VALUES (:uuid, 'seal', 'do', '', :now) RETURNING id
                        """)
                .bind("uuid", UUID.randomUUID().toString())
                .bind("now", now)
                .mapTo(Long.class)
                .one();
        log.startOp(op);
        RecordRuns.logAll(handle, "SELECT id FROM record ORDER BY id");
        for (LoggedTable table : LoggedTable.ALL) {
            if (table.onUndoOfInsert() != LoggedTable.Undo.WITH_PARENT) {
                handle.execute("INSERT INTO change (op_id, kind, tbl, row_id) SELECT " + op + ", 'insert', '"
                        + table.name() + "', rowid FROM " + table.name());
            }
        }
        close(op);
    }

    @Override
    public void close() {
        rows.close();
    }

    static String hash(String previous, String digest) {
        return new RowDigest().add(previous).add(digest).hex();
    }

    /** @param rows what was added, or null for an operation from before the chain */
    static String digest(Link link, List<Line> lines, @Nullable Rows rows, Map<Long, String> names) {
        RowDigest digest = new RowDigest().add(link.id()).add(link.fields());
        for (Line line : lines) {
            digest.add(line.kind())
                    .add(line.table())
                    .add(line.row())
                    .add(line.column())
                    .add(line.old())
                    .add(line.now());
            if (rows != null && line.addsRow()) {
                rows.row(line.table(), line.row()).forEach((column, value) -> {
                    digest.add(column).add(value);
                    if (column.equals("reviewer_id")) {
                        // The number alone would still be the same after two people have changed names.
                        digest.add(names.get(((Number) value).longValue()));
                    }
                });
            }
        }
        return digest.hex();
    }

    static Map<Long, String> names(Handle handle) {
        return handle
                .createQuery("SELECT id, name FROM reviewer")
                .map((rs, ctx) -> Map.entry(rs.getLong(1), rs.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static List<Link> links(Handle handle, String condition) {
        return handle.createQuery("""
                        SELECT o.id, o.name, o.at, o.hash, json_array(o.uuid, o.name, o.direction, p.name, o.kinds, o.focus,
                            o.undoes, o.at, o.clock) AS fields
                        FROM op o LEFT JOIN reviewer p ON p.id = o.reviewer_id WHERE <condition> ORDER BY o.id
                        """)
                .define("condition", condition)
                .map((rs, ctx) -> new Link(
                        rs.getLong("id"),
                        rs.getString("name"),
                        rs.getLong("at"),
                        rs.getString("fields"),
                        rs.getString("hash")))
                .list();
    }

    static List<Line> lines(Handle handle, long op) {
        List<Line> lines = new ArrayList<>();
        handle.createQuery("SELECT kind, tbl, row_id, col, old, new FROM change WHERE op_id = :op ORDER BY id")
                .bind("op", op)
                .map((rs, ctx) -> line(rs))
                .forEach(lines::add);
        return lines;
    }

    private static Line line(ResultSet rs) throws SQLException {
        return new Line(
                rs.getString("kind"),
                rs.getString("tbl"),
                rs.getLong("row_id"),
                rs.getString("col"),
                rs.getObject("old"),
                rs.getObject("new"));
    }
}
