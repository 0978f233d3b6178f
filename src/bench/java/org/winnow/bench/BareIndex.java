package org.winnow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.winnow.formats.Formats;
import org.winnow.formats.ReadOptions;
import org.winnow.formats.RecordSink;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.work.Cancelled;
import org.winnow.work.Progress;

/**
 * The physical limit of storing with a search index: the very same text into the very same kind of FTS5 index through the
 * very same driver, and nothing else: no records, no parsing, no undo.
 */
final class BareIndex {
    private static final int RECORDS = 50_000;

    private final List<String[]> texts = new ArrayList<>(RECORDS);

    BareIndex(Path ris) throws IOException {
        try {
            Formats.read(ris, ReadOptions.AUTO, new Texts(), Progress.NONE);
        } catch (Cancelled enough) {
            // The first records are all that is wanted.
        }
    }

    /** Records a second. */
    double perSecond(Path file) throws IOException, SQLException {
        Files.deleteIfExists(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size = 8192");
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA cache_size = -64000");
            statement.execute("CREATE VIRTUAL TABLE t USING fts5 (title, authors, abstract, keywords, journal,"
                    + " content = '', tokenize = 'unicode61 remove_diacritics 2')");
            statement.execute("INSERT INTO t (t, rank) VALUES ('hashsize', 33554432), ('automerge', 0)");
            long begin = System.nanoTime();
            statement.execute("BEGIN");
            insert(connection);
            statement.execute("COMMIT");
            return texts.size() / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private void insert(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO t (rowid, title, authors, abstract, keywords, journal) VALUES (?, ?, ?, ?, ?, ?)")) {
            long id = 1;
            for (String[] text : texts) {
                insert.setLong(1, id++);
                for (int i = 0; i < text.length; i++) {
                    insert.setString(i + 2, text[i]);
                }
                insert.executeUpdate();
            }
        }
    }

    private final class Texts implements RecordSink {
        @Override
        public void record(BibRecord r, long line) {
            String authors = r.authors().stream().map(Author::display).collect(Collectors.joining("\n"));
            texts.add(
                    new String[] {r.title(), authors, r.abstractText(), String.join("\n", r.keywords()), r.journal()});
            if (texts.size() >= RECORDS) {
                throw new Cancelled();
            }
        }

        @Override
        public void problem(Problem problem) {
            throw new IllegalStateException(problem.toString());
        }
    }
}
