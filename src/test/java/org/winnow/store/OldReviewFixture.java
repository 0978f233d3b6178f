package org.winnow.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/**
 * Makes {@code src/test/resources/store/files/v0001.winnow}: a review as a program of schema version 1 left it. Run its
 * main method with the path of the file; made once and kept, so that later programs are tested against real old bytes.
 */
final class OldReviewFixture {
    private OldReviewFixture() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Schema.migrate(connection, 0, 1);
            fill(connection);
        }
    }

    private static void fill(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    INSERT INTO review VALUES (1, '5d0c7f64-0000-4000-8000-000000000001', 'An old review', 2, 1000);
                    INSERT INTO reviewer VALUES (1, '5d0c7f64-0000-4000-8000-000000000002', 'Ada', 1000);
                    INSERT INTO source (id, uuid, name, kind, search_date, query, hits)
                    VALUES (1, '5d0c7f64-0000-4000-8000-000000000003', 'PubMed', 'database', '2020-01-02', 'q', 3);
                    INSERT INTO import_file
                        (id, uuid, source_id, file_name, sha256, format, encoding, records_read, imported, rejected, imported_at)
                    VALUES (1, '5d0c7f64-0000-4000-8000-000000000004', 1, 'a.ris', 'abc', 'ris', 'UTF-8', 3, 3, 0, 2000);
                    INSERT INTO record (id, uuid, import_id, line, type, title, authors, year, doi, abstract, extra) VALUES
                        (1, 'u1', 1, 1, 'ARTICLE', 'Sleep and café', 'Doe, Jane', 2001, '10.1000/one', 'Text', '{"C1":["x"]}'),
                        (2, 'u2', 1, 9, 'ARTICLE', 'Sleep and cafe', 'Doe, J', 2001, '10.1000/one', '', ''),
                        (3, 'u3', 1, 17, 'BOOK', 'Naps', '', NULL, '', '', '');
                    INSERT INTO record_raw SELECT id, 'TI  - ' || title FROM record;
                    INSERT INTO record_fts (rowid, title, authors, abstract, keywords, journal)
                    SELECT id, title, authors, abstract, keywords, journal FROM record;
                    INSERT INTO duplicate VALUES (2, 1, 'automatic', 'Same DOI.', 3000);
                    """);
        }
    }
}
