package org.winnow.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.store.RecordPreparation.Prepared;
import org.winnow.store.fts.Pages;

/** The bulk path into the record tables: raw JDBC batches, because an import inserts by the hundred thousand. */
final class RecordInserter implements Imports.Intake, AutoCloseable {
    private static final int BATCH = 1000;
    private static final int LONGEST_RAW_OF_A_PROBLEM = 4000;

    private final Tx tx;
    private final long importId;
    private final PreparedStatement record;
    private final PreparedStatement raw;
    private final PreparedStatement problem;
    private final SearchIndex search;
    private final RecordIndexes indexes;
    private final RecordPreparation preparation;
    private final long first;
    private long imported;
    private int waiting;

    RecordInserter(Tx tx, long importId) throws SQLException {
        this.tx = tx;
        this.importId = importId;
        Connection connection = tx.handle().getConnection();
        this.first = nextId(connection);
        this.preparation = new RecordPreparation(tx, importId, first);
        this.record = connection.prepareStatement("INSERT INTO record ("
                + String.join(", ", RecordRuns.COLUMNS) + ") VALUES (?"
                + ", ?".repeat(RecordRuns.COLUMNS.size() - 1) + ")");
        this.raw = connection.prepareStatement("INSERT INTO record_raw (record_id, raw) VALUES (?, ?)");
        this.problem = connection.prepareStatement("""
                INSERT INTO problem (import_id, severity, line, record_no, reason, raw) VALUES (?, ?, ?, ?, ?, ?)
                """);
        this.search = new SearchIndex(connection);
        this.indexes = new RecordIndexes(connection, first - 1);
    }

    private static long nextId(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT coalesce(max(id), 0) + 1 FROM record");
                ResultSet rs = statement.executeQuery()) {
            rs.next();
            return rs.getLong(1);
        }
    }

    /** For whoever prepares records on another thread, as long as the operation runs. */
    RecordPreparation preparation() {
        return preparation;
    }

    @Override
    public void record(BibRecord r, long line) {
        record(preparation.prepare(r, line));
    }

    /** Takes what was prepared, in the order in which it was. */
    void record(Prepared r) {
        try {
            int i = 0;
            for (Object value : r.values()) {
                record.setObject(++i, value);
            }
            record.addBatch();
            raw.setLong(1, r.id());
            raw.setString(2, r.raw());
            raw.addBatch();
            search.record(r.id(), r.words());
            imported++;
            if (++waiting >= BATCH) {
                flush();
            }
            searchable(r.segment());
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private void searchable(@Nullable Pages segment) throws SQLException {
        if (segment != null) {
            search.add(segment);
        }
    }

    @Override
    public void problem(Problem p) {
        try {
            problem.setLong(1, importId);
            problem.setString(2, p.severity().name());
            problem.setLong(3, p.line());
            problem.setLong(4, p.record());
            problem.setString(5, p.reason());
            problem.setString(6, p.raw().substring(0, Math.min(p.raw().length(), LONGEST_RAW_OF_A_PROBLEM)));
            problem.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private void flush() throws SQLException {
        record.executeBatch();
        raw.executeBatch();
        search.flush();
        indexes.after(imported);
        waiting = 0;
    }

    /** Writes out what is left, and in the log which records these were. */
    void finish() throws SQLException {
        flush();
        searchable(preparation.rest());
        search.finish();
        indexes.build();
        if (imported > 0) {
            RecordRuns.log(tx.handle(), first, first + imported - 1, preparation.digest());
        }
    }

    /** Number of the first record that goes in; the others follow it one by one. */
    long first() {
        return first;
    }

    long imported() {
        return imported;
    }

    @Override
    public void close() throws SQLException {
        record.close();
        raw.close();
        problem.close();
        search.close();
    }
}
