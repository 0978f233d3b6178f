package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.testkit.TestReview;

class MigrationTest {
    @TempDir
    Path folder;

    private Path old;

    @BeforeEach
    void copyTheOldFile() throws IOException {
        old = folder.resolve("old.winnow");
        try (InputStream in = getClass().getResourceAsStream("/store/files/v0001.winnow")) {
            assertThat(in).as("the kept file of schema version 1").isNotNull();
            Files.copy(in, old);
        }
    }

    @Test
    void anOldReviewOpensWithEverythingInItAndCanBeScreened() {
        try (Review review = Review.open(old, TestReview.CLOCK)) {
            assertThat(review.setup().info().title()).isEqualTo("An old review");
            assertThat(review.records().bib(new RecordId(1)))
                    .contains(BibRecord.builder()
                            .title("Sleep and café")
                            .author(new Author("Doe", "Jane"))
                            .year(2001)
                            .doi(new Doi("10.1000/one"))
                            .abstractText("Text")
                            .extra("C1", "x")
                            .build());
            assertThat(review.records().raw(new RecordId(3))).contains("TI  - Naps");
            assertThat(review.records().ids(RecordQuery.everything())).containsExactly(1, 3);
            assertThat(review.records().ids(RecordQuery.everything().withText("cafe")))
                    .containsExactly(1);

            review.write(Decisions.decide(new NewDecision(
                    new RecordId(3), Stage.TITLE_ABSTRACT, new ReviewerId(1), Verdict.EXCLUDE, null, false)));
            assertThat(review.standing().at(Stage.TITLE_ABSTRACT).of(Outcome.EXCLUDE))
                    .isEqualTo(1);
            assertThat(review.check()).isEmpty();
        }
        assertThat(version(old)).isEqualTo(Schema.VERSION);
    }

    @Test
    void theOldFileIsKeptBesideTheNewOneWithItsVersionAndTime() throws IOException {
        Review.open(old, TestReview.CLOCK).close();
        Review.open(old, TestReview.CLOCK).close();

        List<Path> copies = others();
        assertThat(copies).hasSize(1);
        assertThat(copies.get(0).getFileName().toString()).matches("old\\.winnow\\.v1-2026010[123]-\\d{6}\\.bak");
        assertThat(version(copies.get(0))).isEqualTo(1);
        assertThat(query(copies.get(0), "PRAGMA integrity_check")).isEqualTo("ok");
        assertThat(query(copies.get(0), "SELECT count(*) FROM record")).isEqualTo("3");
        assertThat(query(copies.get(0), "PRAGMA application_id"))
                .isEqualTo(Integer.toString(FileHeader.APPLICATION_ID));
    }

    @Test
    void lookingAtAnOldFileSaysHowToBringItUpToDate() throws IOException {
        byte[] before = Files.readAllBytes(old);

        ReviewException e = catchThrowableOfType(ReviewException.class, () -> Review.openReadOnly(old));

        assertThat(e).hasMessageContaining("older Winnow").hasMessageContaining(old.toString());
        assertThat(Files.readAllBytes(old)).isEqualTo(before);
    }

    @Test
    void aMigrationThatFailsHalfWayLeavesTheOldFileByteForByte() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + old);
                Statement statement = connection.createStatement()) {
            // Takes a name that a later statement of the script wants.
            statement.execute("CREATE TABLE current_retrieval (x)");
        }
        byte[] before = Files.readAllBytes(old);

        ReviewException e = catchThrowableOfType(ReviewException.class, () -> Review.open(old, TestReview.CLOCK));

        assertThat(e).hasMessageContaining("It is as it was before").hasMessageContaining(old.toString());
        assertThat(Files.readAllBytes(old)).isEqualTo(before);
        assertThat(others()).isEmpty();
    }

    @Test
    void decisionsOfOneMomentKeepTheirOrderWhenUuidsTakeItOver() throws Exception {
        Path file = folder.resolve("ties.winnow");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Schema.migrate(connection, 0, 4);
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("""
                        INSERT INTO review VALUES (1, '5d0c7f64-0000-4000-8000-000000000001', 'Ties', 2, 1000);
                        INSERT INTO reviewer VALUES (1, '5d0c7f64-0000-4000-8000-000000000002', 'Ada', 1000);
                        INSERT INTO source (id, uuid, name, kind) VALUES (1, 's', 'PubMed', 'database');
                        INSERT INTO import_file (id, uuid, source_id, file_name, sha256, format, encoding, imported_at)
                        VALUES (1, 'i', 1, 'a.ris', 'abc', 'ris', 'UTF-8', 2000);
                        INSERT INTO record (id, uuid, import_id, line, type, title) VALUES (1, 'r', 1, 1, 'ARTICLE', 'One');
                        INSERT INTO decision (id, uuid, record_id, stage, reviewer_id, verdict, at) VALUES
                            (1, 'ffffffff-0000-4000-8000-000000000001', 1, 'title-abstract', 1, 'include', 3000),
                            (2, '00000000-0000-4000-8000-000000000002', 1, 'title-abstract', 1, 'exclude', 3000);
                        """);
            }
        }

        try (Review review = Review.open(file, TestReview.CLOCK)) {
            assertThat(review.decisions().history(new RecordId(1)))
                    .extracting(d -> d.verdict())
                    .containsExactly(Verdict.INCLUDE, Verdict.EXCLUDE);
            assertThat(review.decisions().current(new RecordId(1), Stage.TITLE_ABSTRACT))
                    .extracting(d -> d.verdict())
                    .containsExactly(Verdict.EXCLUDE);
        }
    }

    private List<Path> others() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(p -> !p.equals(old)).toList();
        }
    }

    private static int version(Path file) {
        return Integer.parseInt(query(file, "PRAGMA user_version"));
    }

    private static String query(Path file, String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(sql)) {
            rs.next();
            return rs.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
