package org.winnow.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Records come by the hundred thousand and never change: the log names them by runs of numbers, from {@code row_id} to
 * {@code col}, each with one digest of all that is in them.
 */
final class RecordRuns {
    /** The columns of a record in the order in which they go into the digest; the raw text comes last. */
    static final List<String> COLUMNS = List.of(
            "id",
            "uuid",
            "import_id",
            "line",
            "type",
            "title",
            "authors",
            "year",
            "date",
            "journal",
            "journal_short",
            "volume",
            "issue",
            "pages",
            "doi",
            "pmid",
            "keywords",
            "language",
            "issn",
            "isbn",
            "publisher",
            "url",
            "accession",
            "notes",
            "extra",
            "abstract");

    private RecordRuns() {}

    /** Writes down that the running operation brought these records. */
    static void log(Handle handle, long first, long last, String digest) {
        handle.execute(
                "INSERT INTO change (op_id, kind, tbl, row_id, col, new)"
                        + " VALUES ((SELECT id FROM current_op), 'insert', 'record', ?, ?, ?)",
                first,
                Long.toString(last),
                digest);
    }

    /** The digest of records as they stand. */
    static String digest(Handle handle, long first, long last) {
        RowDigest digest = new RowDigest();
        try (PreparedStatement statement = handle.getConnection()
                .prepareStatement("SELECT r." + String.join(", r.", COLUMNS)
                        + ", w.raw FROM record r LEFT JOIN record_raw w ON w.record_id = r.id"
                        + " WHERE r.id BETWEEN ? AND ? ORDER BY r.id")) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            try (ResultSet rs = statement.executeQuery()) {
                while (rs.next()) {
                    for (int i = 1; i <= COLUMNS.size() + 1; i++) {
                        digest.add(rs.getObject(i));
                    }
                }
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
        return digest.hex();
    }

    /** Every run of records that stand side by side, out of those that a query gives in order. */
    static void logAll(Handle handle, String query) {
        long first = 0;
        long last = -1;
        for (long id : handle.createQuery(query).mapTo(Long.class).list()) {
            if (id != last + 1 || first == 0) {
                logOne(handle, first, last);
                first = id;
            }
            last = id;
        }
        logOne(handle, first, last);
    }

    private static void logOne(Handle handle, long first, long last) {
        if (first > 0) {
            log(handle, first, last, digest(handle, first, last));
        }
    }
}
