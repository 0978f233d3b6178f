package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.model.Reviewer;
import org.winnow.model.SourceKind;
import org.winnow.store.ReviewException.Reason;
import org.winnow.testkit.TestReview;

class ReviewFileTest {
    @TempDir
    Path folder;

    @Test
    void aNewReviewHoldsWhatItWasGivenAndLeavesNothingElseInTheFolder() throws IOException {
        Path file;
        try (Review review = TestReview.create(folder, "Ada", "Ben")) {
            file = review.file();
        }
        try (Review review = Review.open(file, TestReview.CLOCK)) {
            assertThat(review.setup().info())
                    .extracting(ReviewInfo::title, ReviewInfo::screenersPerRecord)
                    .containsExactly("A test review", 2);
            assertThat(review.reviewers().all()).extracting(Reviewer::name).containsExactly("Ada", "Ben");
            assertThat(review.check()).isEmpty();
        }
        assertThat(names()).containsExactly("test.winnow");
    }

    @Test
    void aNewReviewHasTheLargePagesThatImportsAreWrittenOn() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + closedReview());
                Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery("PRAGMA page_size")) {
            assertThat(rs.getInt(1)).isEqualTo(Connections.PAGE);
        }
    }

    @Test
    void creatingNeverWritesOverAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("test.winnow"), "mine");

        ReviewException e = refused(() -> TestReview.create(folder, "Ada"));

        assertThat(e.reason()).isEqualTo(Reason.EXISTS);
        assertThat(e).hasMessageContaining(file.toString());
        assertThat(file).hasContent("mine");
        assertThat(names()).containsExactly("test.winnow");
    }

    @Test
    void creatingInAFolderThatDoesNotExistSaysSo() {
        ReviewException e = refused(() -> TestReview.create(folder.resolve("none"), "Ada"));

        assertThat(e.reason()).isEqualTo(Reason.NOT_WRITABLE);
        assertThat(e).hasMessageContaining(folder.resolve("none").toString());
    }

    @Test
    void aFileThatIsNotThereIsMissing() {
        Path file = folder.resolve("none.winnow");

        assertThat(refused(() -> Review.open(file, TestReview.CLOCK)).reason()).isEqualTo(Reason.MISSING);
        assertThat(refused(() -> Review.openReadOnly(file)).reason()).isEqualTo(Reason.MISSING);
        assertThat(refused(() -> Review.open(folder, TestReview.CLOCK)).reason())
                .isEqualTo(Reason.MISSING);
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TY  - JOUR\nER  - \n"})
    void aFileThatIsNoReviewIsLeftAlone(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("refs.ris"), content.repeat(20));

        assertUntouched(file, Reason.NOT_A_REVIEW);
    }

    @Test
    void anotherProgramsDatabaseIsLeftAlone() throws Exception {
        Path file = folder.resolve("other.sqlite");
        sql(file, "CREATE TABLE t (x)", "PRAGMA user_version = 1");

        assertUntouched(file, Reason.NOT_A_REVIEW);
    }

    @Test
    void aFileFromANewerProgramIsLeftAlone() throws Exception {
        Path file = closedReview();
        sql(file, "PRAGMA user_version = " + (Schema.VERSION + 1));

        assertThat(assertUntouched(file, Reason.NEWER))
                .hasMessageContaining("file version " + (Schema.VERSION + 1))
                .hasMessageContaining("Install the newer program");
    }

    @Test
    void aTruncatedFileIsReportedAsDamagedAndLeftAlone() throws IOException {
        Path file = closedReview();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(assertUntouched(file, Reason.DAMAGED)).hasMessageContaining(bytes.length + " bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 18, 100})
    void flippedBytesInTheFirstPageAreReportedAsDamage(int offset) throws IOException {
        Path file = closedReview();
        flip(file, offset, 4);

        assertUntouched(file, Reason.DAMAGED);
    }

    @Test
    void flippedBytesInAMiddlePageAreReportedAsDamage() throws IOException {
        Path file = closedReview();
        // The start of a page: its type and the places of its cells.
        flip(file, 8192 * 6, 64);

        assertThat(assertUntouched(file, Reason.DAMAGED)).hasMessageContaining("backup");
    }

    @Test
    void aReviewThatIsOpenCannotBeOpenedASecondTimeInTheSameProgram() {
        try (Review review = TestReview.create(folder, "Ada")) {
            for (int attempt = 0; attempt < 3; attempt++) {
                ReviewException e = refused(() -> Review.open(review.file(), TestReview.CLOCK));
                assertThat(e.reason()).isEqualTo(Reason.LOCKED);
                assertThat(e)
                        .hasMessageContaining(review.file().toString())
                        .hasMessageContaining(
                                "process " + ProcessHandle.current().pid());
            }
        }
        assertThatCode(() -> Review.open(folder.resolve("test.winnow"), TestReview.CLOCK)
                        .close())
                .doesNotThrowAnyException();
    }

    /** A refused attempt in the same program must not loosen the lock: closing a file drops the process's own locks. */
    @Test
    void aReviewThatIsOpenCannotBeOpenedByAnotherProcessEvenAfterARefusedAttemptInThisOne() throws Exception {
        try (Review review = TestReview.create(folder, "Ada")) {
            refused(() -> Review.open(review.file(), TestReview.CLOCK));

            assertThat(ChildProcess.run(OpenInChild.class, review.file().toString()))
                    .contains("LOCKED", "process " + ProcessHandle.current().pid());
        }
        assertThat(ChildProcess.run(
                        OpenInChild.class, folder.resolve("test.winnow").toString()))
                .contains("opened");
    }

    @Test
    void lookingIsPossibleWhileSomebodyWritesAndSeesWhatWasCommitted() {
        try (Review writer = TestReview.create(folder, "Ada")) {
            TestReview.importTitles(writer, "PubMed", SourceKind.DATABASE, "One");
            try (Review reader = Review.openReadOnly(writer.file())) {
                assertThat(reader.writable()).isFalse();
                assertThat(reader.records().count(RecordQuery.everything())).isEqualTo(1);
                TestReview.importTitles(writer, "PubMed", SourceKind.DATABASE, "Two");
                assertThat(reader.records().count(RecordQuery.everything())).isEqualTo(2);
                assertThat(refused(() -> reader.write(Setup.rename("no"))).reason())
                        .isEqualTo(Reason.NOT_WRITABLE);
            }
        }
    }

    @Test
    void aReadOnlyFolderIsNamedWithTheRemedy() throws IOException {
        Path file = closedReview();
        Assumptions.assumeTrue(folder.toFile().setWritable(false), "this file system has no read-only folders");
        try {
            Assumptions.assumeFalse(Files.isWritable(folder), "this user may write everywhere");
            ReviewException e = refused(() -> Review.open(file, TestReview.CLOCK));
            assertThat(e.reason()).isEqualTo(Reason.NOT_WRITABLE);
            assertThat(e).hasMessageContaining(file.toString()).hasMessageContaining("Copy the review");
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void namesWithSpacesAccentsAndPercentSignsWork() {
        Path odd = folder.resolve("Übersicht 100% #1 it's.winnow");
        Review.create(odd, new NewReview("x", List.of("Ada"), 1), TestReview.CLOCK)
                .close();

        try (Review review = Review.open(odd, TestReview.CLOCK)) {
            assertThat(review.backupTo(folder.resolve("back up '1'.winnow"))).isPositive();
        }
        try (Review copy = Review.open(folder.resolve("back up '1'.winnow"), TestReview.CLOCK)) {
            assertThat(copy.check()).isEmpty();
        }
    }

    @Test
    void aClosedReviewRefusesReadsAndWrites() {
        Review review = TestReview.create(folder, "Ada");
        review.close();
        review.close();

        assertThat(refused(() -> review.setup().info()).reason()).isEqualTo(Reason.CLOSED);
        assertThat(refused(() -> review.write(Setup.rename("late"))).reason()).isEqualTo(Reason.CLOSED);
    }

    @Test
    void joiningIsToldToListenersButLeavesNothingToUndo() {
        try (Review review = TestReview.create(folder, "Ada")) {
            List<Changes> heard = new ArrayList<>();
            review.addListener(heard::add);
            review.write(Reviewers.join("Ben"));
            review.write(Reviewers.join("ben"));

            assertThat(heard).containsExactly(new Changes("join", Set.of(Changes.Kind.REVIEWERS), null));
            assertThat(review.undoName()).isEmpty();
        }
    }

    private Path closedReview() {
        try (Review review = TestReview.create(folder, "Ada")) {
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "One", "Two", "Three");
            return review.file();
        }
    }

    private ReviewException assertUntouched(Path file, Reason reason) throws IOException {
        byte[] before = Files.readAllBytes(file);
        FileTime past = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(file, past);
        List<String> names = names();

        ReviewException e = refused(() -> Review.open(file, TestReview.CLOCK));

        assertThat(e.reason()).isEqualTo(reason);
        assertThat(e).hasMessageContaining(file.toString());
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(past);
        assertThat(names()).isEqualTo(names);
        return e;
    }

    private static ReviewException refused(ThrowingCallable call) {
        ReviewException e = catchThrowableOfType(ReviewException.class, call);
        assertThat(e).as("refused with a ReviewException").isNotNull();
        return e;
    }

    private List<String> names() {
        try (var files = Files.list(folder)) {
            return files.map(p -> p.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flip(Path file, int offset, int length) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = offset; i < offset + length; i++) {
            bytes[i] ^= (byte) 0xFF;
        }
        Files.write(file, bytes);
    }

    private static void sql(Path file, String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String s : statements) {
                statement.execute(s);
            }
        }
    }

    /** Tries to open a review in a process of its own and prints what comes of it. */
    static final class OpenInChild {
        private OpenInChild() {}

        public static void main(String[] args) {
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            try (Review review = Review.open(Path.of(args[0]), TestReview.CLOCK)) {
                out.println("opened " + review.file());
            } catch (ReviewException e) {
                out.println(e.reason() + " " + e.getMessage());
            }
        }
    }
}
