package org.winnow.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The numbered scripts that make and migrate a review file; a fresh file runs the same ones as an old one. */
final class Schema {
    private static final List<String> SCRIPTS = List.of(
            "0001_review.sql",
            "0002_screening.sql",
            "0003_report.sql",
            "0004_attachments.sql",
            "0005_search_merges.sql",
            "0006_facts.sql",
            "0007_ranking.sql",
            "0008_chain.sql",
            "0009_embeddings.sql",
            "0010_compared.sql",
            "0011_annotations.sql",
            "0012_tags.sql",
            "0013_team.sql",
            "0014_discussion.sql",
            "0015_language_models.sql",
            "0016_likeness.sql",
            "0017_calls_travel.sql",
            "0018_advice_pages.sql",
            "0019_calls_in_the_trail.sql");

    /** The schema version that this program writes: {@code pragma user_version}. */
    static final int VERSION = SCRIPTS.size();

    private Schema() {}

    /** Brings a file from its version to ours in one exclusive transaction: all of it, or nothing. */
    static void migrate(Connection connection, int from) throws SQLException {
        migrate(connection, from, VERSION);
    }

    static void migrate(Connection connection, int from, int to) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            try {
                for (int version = from; version < to; version++) {
                    statement.executeUpdate(script(SCRIPTS.get(version)));
                }
                statement.execute("PRAGMA application_id = " + FileHeader.APPLICATION_ID);
                statement.execute("PRAGMA user_version = " + to);
                statement.execute("COMMIT");
            } catch (SQLException e) {
                statement.execute("ROLLBACK");
                throw e;
            }
        }
    }

    private static String script(String name) {
        try (InputStream in = Schema.class.getResourceAsStream("schema/" + name)) {
            if (in == null) {
                throw new IllegalStateException("missing schema script " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
