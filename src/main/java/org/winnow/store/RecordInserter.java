package org.winnow.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.Problem;
import org.winnow.store.fts.WordIndex;

/** The bulk path into the record tables: raw JDBC batches, because an import inserts by the hundred thousand. */
final class RecordInserter implements Imports.Intake, AutoCloseable {
    private static final int BATCH = 1000;
    private static final int LONGEST_RAW_OF_A_PROBLEM = 4000;

    private final Tx tx;
    private final RowDigest digest = new RowDigest();
    private final long importId;
    private final PreparedStatement record;
    private final PreparedStatement raw;
    private final PreparedStatement problem;
    private final SqliteFolding folding = new SqliteFolding();
    private final WordIndex words = new WordIndex(folding);
    private final SearchIndex search;
    private final long first;
    private long nextId;
    private long imported;
    private int waiting;

    RecordInserter(Tx tx, long importId) throws SQLException {
        this.tx = tx;
        this.importId = importId;
        Connection connection = tx.handle().getConnection();
        this.first = nextId(connection);
        this.nextId = first;
        this.record = connection.prepareStatement("INSERT INTO record ("
                + String.join(", ", RecordRuns.COLUMNS) + ") VALUES (?"
                + ", ?".repeat(RecordRuns.COLUMNS.size() - 1) + ")");
        this.raw = connection.prepareStatement("INSERT INTO record_raw (record_id, raw) VALUES (?, ?)");
        this.problem = connection.prepareStatement("""
                INSERT INTO problem (import_id, severity, line, record_no, reason, raw) VALUES (?, ?, ?, ?, ?, ?)
                """);
        this.search = new SearchIndex(connection);
    }

    private static long nextId(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT coalesce(max(id), 0) + 1 FROM record");
                ResultSet rs = statement.executeQuery()) {
            rs.next();
            return rs.getLong(1);
        }
    }

    @Override
    public void record(BibRecord r, long line) {
        try {
            bind(r, line);
            record.addBatch();
            raw.setLong(1, nextId);
            raw.setString(2, r.raw());
            raw.addBatch();
            searchable(r);
            nextId++;
            imported++;
            if (++waiting >= BATCH) {
                flush();
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private void bind(BibRecord r, long line) throws SQLException {
        int i = 0;
        for (Object value : values(r, line)) {
            record.setObject(++i, value);
            digest.add(value);
        }
        digest.add(r.raw());
    }

    /** In the order of {@link RecordRuns#COLUMNS}. */
    private @Nullable Object[] values(BibRecord r, long line) {
        Doi doi = r.doi();
        return new @Nullable Object[] {
            nextId,
            tx.newUuid(),
            importId,
            line,
            r.type().name(),
            r.title(),
            RecordText.authors(r.authors()),
            r.year(),
            r.date(),
            r.journal(),
            r.journalShort(),
            r.volume(),
            r.issue(),
            r.pages(),
            doi == null ? "" : doi.value(),
            r.pmid(),
            RecordText.lines(r.keywords()),
            r.language(),
            r.issn(),
            r.isbn(),
            r.publisher(),
            r.url(),
            r.accession(),
            RecordText.paragraphs(r.notes()),
            RecordText.json(r.extra()),
            r.abstractText()
        };
    }

    private void searchable(BibRecord r) throws SQLException {
        byte[] sizes = words.add(
                nextId,
                r.title(),
                RecordText.authors(r.authors()),
                r.abstractText(),
                RecordText.lines(r.keywords()),
                r.journal());
        search.record(nextId, sizes);
        if (words.isFull()) {
            search.add(words.take());
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
        waiting = 0;
    }

    /** Writes out what is left, and in the log which records these were. */
    void finish() throws SQLException {
        flush();
        if (!words.isEmpty()) {
            search.add(words.take());
        }
        search.finish();
        if (imported > 0) {
            RecordRuns.log(tx.handle(), first, nextId - 1, digest.hex());
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
        folding.close();
    }
}
