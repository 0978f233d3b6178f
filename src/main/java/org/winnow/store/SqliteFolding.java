package org.winnow.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.winnow.store.fts.Folding;

/**
 * Asks SQLite's own tokenizer what it makes of a sign, for a block of signs at a time as they are met: whatever version
 * of Unicode it knows, words are told apart as it will tell them apart in a search.
 */
final class SqliteFolding implements Folding {
    private static final int BLOCK = 256;

    private final int @Nullable [][] blocks = new int[(Character.MAX_CODE_POINT + 1) / BLOCK][];

    @Override
    public int of(int codePoint) {
        int[] block = blocks[codePoint / BLOCK];
        if (block == null) {
            block = asked(codePoint / BLOCK * BLOCK);
            blocks[codePoint / BLOCK] = block;
        }
        return block[codePoint % BLOCK];
    }

    private static int[] asked(int first) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE VIRTUAL TABLE sign USING fts5 (text, content = '', tokenize = '"
                        + SearchIndex.TOKENIZER + "')");
                statement.execute("CREATE VIRTUAL TABLE word USING fts5vocab (sign, instance)");
            }
            connection.setAutoCommit(false);
            ask(connection, first);
            return answers(connection);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Between two letters a sign parts them, stays as something, or vanishes. */
    private static void ask(Connection connection, int first) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO sign (rowid, text) VALUES (?, ?)")) {
            for (int i = 0; i < BLOCK; i++) {
                insert.setInt(1, i);
                insert.setString(2, "a" + Character.toString(first + i) + "a");
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static int[] answers(Connection connection) throws SQLException {
        int[] block = new int[BLOCK];
        Arrays.fill(block, SEPARATOR);
        try (Statement statement = connection.createStatement();
                ResultSet words = statement.executeQuery("SELECT doc, term FROM word WHERE term <> 'a'")) {
            while (words.next()) {
                String word = words.getString(2);
                block[words.getInt(1)] = word.length() == 2 ? DROPPED : word.codePointAt(1);
            }
        }
        return block;
    }
}
