package org.winnow.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.Problem;

/** The bulk path into the record tables: raw JDBC batches, because an import inserts by the hundred thousand. */
final class RecordInserter implements Imports.Intake, AutoCloseable {
    private static final int BATCH = 1000;
    private static final int LONGEST_RAW_OF_A_PROBLEM = 4000;

    private final Tx tx;
    private final long importId;
    private final PreparedStatement record;
    private final PreparedStatement raw;
    private final PreparedStatement problem;
    private final PreparedStatement search;
    private final long first;
    private long nextId;
    private long firstUnsearchable;
    private long imported;
    private int waiting;

    RecordInserter(Tx tx, long importId) throws SQLException {
        this.tx = tx;
        this.importId = importId;
        Connection connection = tx.handle().getConnection();
        this.first = nextId(connection);
        this.nextId = first;
        this.firstUnsearchable = first;
        this.record = connection.prepareStatement("""
                INSERT INTO record (id, uuid, import_id, line, type, title, authors, year, date, journal, journal_short,
                    volume, issue, pages, doi, pmid, keywords, language, issn, isbn, publisher, url, accession, notes,
                    extra, abstract)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """);
        this.raw = connection.prepareStatement("INSERT INTO record_raw (record_id, raw) VALUES (?, ?)");
        this.problem = connection.prepareStatement("""
                INSERT INTO problem (import_id, severity, line, record_no, reason, raw) VALUES (?, ?, ?, ?, ?, ?)
                """);
        this.search = connection.prepareStatement("""
                INSERT INTO record_fts (rowid, title, authors, abstract, keywords, journal)
                SELECT id, title, authors, abstract, keywords, journal FROM record WHERE id >= ?
                """);
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
        record.setLong(++i, nextId);
        record.setString(++i, tx.newUuid());
        record.setLong(++i, importId);
        record.setLong(++i, line);
        record.setString(++i, r.type().name());
        record.setString(++i, r.title());
        record.setString(++i, RecordText.authors(r.authors()));
        Integer year = r.year();
        if (year == null) {
            record.setNull(++i, Types.INTEGER);
        } else {
            record.setInt(++i, year);
        }
        record.setString(++i, r.date());
        record.setString(++i, r.journal());
        record.setString(++i, r.journalShort());
        record.setString(++i, r.volume());
        record.setString(++i, r.issue());
        record.setString(++i, r.pages());
        Doi doi = r.doi();
        record.setString(++i, doi == null ? "" : doi.value());
        record.setString(++i, r.pmid());
        record.setString(++i, RecordText.lines(r.keywords()));
        record.setString(++i, r.language());
        record.setString(++i, r.issn());
        record.setString(++i, r.isbn());
        record.setString(++i, r.publisher());
        record.setString(++i, r.url());
        record.setString(++i, r.accession());
        record.setString(++i, RecordText.paragraphs(r.notes()));
        record.setString(++i, RecordText.json(r.extra()));
        record.setString(++i, r.abstractText());
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

    void flush() throws SQLException {
        record.executeBatch();
        raw.executeBatch();
        search.setLong(1, firstUnsearchable);
        search.executeUpdate();
        firstUnsearchable = nextId;
        waiting = 0;
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
