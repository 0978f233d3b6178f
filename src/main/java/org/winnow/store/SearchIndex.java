package org.winnow.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.winnow.store.fts.Pages;
import org.winnow.store.fts.Structure;
import org.winnow.store.fts.Totals;

/**
 * Puts segments that were built outside SQLite into the tables of the search index, inside the running transaction.
 * FTS5 keeps in memory what it has read of these tables; it is told to forget that before and after.
 */
final class SearchIndex implements AutoCloseable {
    /** As the definition of {@code record_fts} has it. */
    static final String TOKENIZER = "unicode61 remove_diacritics 2";

    private static final int COLUMNS = 5;
    private static final int TOTALS_ROW = 1;
    private static final int STRUCTURE_ROW = 10;

    /** Before the number of a page stands that of its segment. */
    private static final int SEGMENT_SHIFT = 37;

    /** So many segments side by side are merged into one, as FTS5 does when it writes them itself. */
    private static final int MERGED = 16;

    private final Connection connection;
    private final PreparedStatement size;
    private final PreparedStatement page;
    private final PreparedStatement first;
    private final Totals totals;

    SearchIndex(Connection connection) throws SQLException {
        this.connection = connection;
        forget();
        this.totals = new Totals(row(TOTALS_ROW), COLUMNS);
        this.size = connection.prepareStatement("INSERT INTO record_fts_docsize (id, sz) VALUES (?, ?)");
        this.page = connection.prepareStatement("INSERT OR REPLACE INTO record_fts_data (id, block) VALUES (?, ?)");
        this.first = connection.prepareStatement("INSERT INTO record_fts_idx (segid, term, pgno) VALUES (?, ?, ?)");
    }

    /** FTS5 lets go of what it knows when a change to it is taken back. */
    private void forget() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SAVEPOINT search");
            statement.execute("INSERT INTO record_fts (record_fts, rank) VALUES ('automerge', 0)");
            statement.execute("ROLLBACK TO search");
            statement.execute("RELEASE search");
        }
    }

    private byte[] row(int id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT block FROM record_fts_data WHERE id = ?")) {
            statement.setInt(1, id);
            try (ResultSet rs = statement.executeQuery()) {
                byte[] block = rs.next() ? rs.getBytes(1) : null;
                return block == null ? new byte[0] : block;
            }
        }
    }

    /** @param sizes how many words the record has in each column */
    void record(long id, byte[] sizes) throws SQLException {
        totals.add(sizes);
        size.setLong(1, id);
        size.setBytes(2, sizes);
        size.addBatch();
    }

    void flush() throws SQLException {
        size.executeBatch();
    }

    /** One more segment. */
    void add(Pages pages) throws SQLException {
        Structure structure = new Structure(row(STRUCTURE_ROW));
        int segment = structure.add(pages.leaves());
        for (Pages.Page p : pages.pages()) {
            put((long) segment << SEGMENT_SHIFT | p.id(), p.block());
        }
        for (Pages.First f : pages.firsts()) {
            first.setInt(1, segment);
            first.setBytes(2, f.term());
            first.setLong(3, f.page());
            first.addBatch();
        }
        put(STRUCTURE_ROW, structure.stored());
        page.executeBatch();
        first.executeBatch();
        if (structure.newest() >= MERGED) {
            merge();
        }
    }

    private void put(long id, byte[] block) throws SQLException {
        page.setLong(1, id);
        page.setBytes(2, block);
        page.addBatch();
    }

    private void merge() throws SQLException {
        forget();
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO record_fts (record_fts, rank) VALUES ('usermerge', " + MERGED + ")");
            statement.execute("INSERT INTO record_fts (record_fts, rank) VALUES ('merge', " + Integer.MAX_VALUE + ")");
        }
    }

    void finish() throws SQLException {
        flush();
        put(TOTALS_ROW, totals.stored());
        page.executeBatch();
        forget();
    }

    @Override
    public void close() throws SQLException {
        size.close();
        page.close();
        first.close();
    }
}
