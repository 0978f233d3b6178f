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
final class SqliteFolding implements Folding, AutoCloseable {
    private static final int BLOCK = 256;

    private final int @Nullable [][] blocks = new int[(Character.MAX_CODE_POINT + 1) / BLOCK][];
    private @Nullable Connection connection;

    @Override
    public int of(int codePoint) {
        int[] block = blocks[codePoint / BLOCK];
        if (block == null) {
            block = asked(codePoint / BLOCK * BLOCK);
            blocks[codePoint / BLOCK] = block;
        }
        return block[codePoint % BLOCK];
    }

    private int[] asked(int first) {
        int[] block = new int[BLOCK];
        Arrays.fill(block, SEPARATOR);
        try {
            Connection open = open();
            try (PreparedStatement insert = open.prepareStatement("INSERT INTO sign (rowid, text) VALUES (?, ?)")) {
                for (int i = 0; i < BLOCK; i++) {
                    insert.setInt(1, i);
                    // Between two letters the sign parts them, stays as something, or vanishes.
                    insert.setString(2, "a" + Character.toString(first + i) + "a");
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            try (Statement statement = open.createStatement();
                    ResultSet words = statement.executeQuery("SELECT doc, term FROM word WHERE term <> 'a'")) {
                while (words.next()) {
                    String between = words.getString(2);
                    block[words.getInt(1)] = between.length() == 2 ? DROPPED : between.codePointAt(1);
                }
            }
            try (Statement statement = open.createStatement()) {
                statement.execute("INSERT INTO sign (sign) VALUES ('delete-all')");
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
        return block;
    }

    private Connection open() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = DriverManager.getConnection("jdbc:sqlite::memory:");
            connection = open;
            try (Statement statement = open.createStatement()) {
                statement.execute("CREATE VIRTUAL TABLE sign USING fts5 (text, content = '', tokenize = '"
                        + SearchIndex.TOKENIZER + "')");
                statement.execute("CREATE VIRTUAL TABLE word USING fts5vocab (sign, instance)");
            }
        }
        return open;
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }
}
