package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.testkit.TestReview;

/** A program killed at any moment leaves a file that opens, with everything in it that was said to be done. */
class KillTest {
    private static final int RECORDS = 200;

    @TempDir
    Path folder;

    @RepeatedTest(3)
    void everyDecisionThatWasAcknowledgedIsThereAfterAKill(RepetitionInfo repetition) throws Exception {
        Path file;
        try (Review review = TestReview.create(folder, "Ada")) {
            file = review.file();
            TestReview.importTitles(
                    review,
                    "PubMed",
                    SourceKind.DATABASE,
                    IntStream.range(0, RECORDS).mapToObj(i -> "Title " + i).toArray(String[]::new));
        }
        int enough = new Random(repetition.getCurrentRepetition()).nextInt(1, 150);

        Set<Long> acknowledged = decideInChildAndKill(file, enough);

        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(enough);
        try (Review review = Review.open(file, TestReview.CLOCK)) {
            assertThat(review.check()).isEmpty();
            Set<Long> decided = new TreeSet<>();
            for (long id : review.records()
                    .ids(RecordQuery.everything().withMine(new ReviewerId(1), RecordQuery.Mine.INCLUDE))) {
                decided.add(id);
            }
            assertThat(decided).containsAll(acknowledged);
            assertThat(review.undo()).isPresent();
        }
    }

    private static Set<Long> decideInChildAndKill(Path file, int enough) throws IOException, InterruptedException {
        Set<Long> acknowledged = new TreeSet<>();
        Process child = ChildProcess.start(Decider.class, file.toString());
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                acknowledged.add(Long.valueOf(line));
                if (acknowledged.size() == enough) {
                    // By its handle: the process itself would close the stream that still holds acknowledgements.
                    child.toHandle().destroyForcibly();
                }
            }
        }
        child.waitFor();
        return acknowledged;
    }

    @RepeatedTest(3)
    void aMergeThatIsKilledHasBroughtAllOrNothingAndCanBeDoneAgain(RepetitionInfo repetition) throws Exception {
        Path file;
        Path copy = folder.resolve("copy.winnow");
        try (Review review = TestReview.create(folder, "Ada", "Ben")) {
            file = review.file();
            TestReview.importTitles(
                    review,
                    "PubMed",
                    SourceKind.DATABASE,
                    IntStream.range(0, RECORDS).mapToObj(i -> "Title " + i).toArray(String[]::new));
            review.backupTo(copy);
        }
        try (Review other = Review.open(copy, TestReview.CLOCK)) {
            for (int i = 0; i < 20; i++) {
                other.write(Decisions.decideAll(IntStream.rangeClosed(1, RECORDS)
                        .mapToObj(id -> new NewDecision(
                                new RecordId(id),
                                Stage.TITLE_ABSTRACT,
                                new ReviewerId(2),
                                Verdict.EXCLUDE,
                                null,
                                false))
                        .toList()));
            }
        }

        Process child = ChildProcess.start(Merger.class, file.toString(), copy.toString());
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("merging");
            Thread.sleep(new Random(repetition.getCurrentRepetition()).nextInt(5, 120));
            child.toHandle().destroyForcibly();
        }
        child.waitFor();

        try (Review review = Review.open(file, TestReview.CLOCK)) {
            assertThat(review.check()).isEmpty();
            assertThat(decidedBy(review)).isIn(0L, (long) RECORDS);
            merge(review, copy);
            assertThat(review.check()).isEmpty();
            assertThat(decidedBy(review)).isEqualTo(RECORDS);
            assertThat(merge(review, copy).brings()).isFalse();
        }
    }

    /** As a program leaves it that is killed while a file goes over to the write-ahead log, or in a migration. */
    @Test
    void whatAKilledProgramLeftInARollbackJournalIsTakenBack() throws Exception {
        Path left = Files.createDirectories(folder.resolve("left"));
        Path file;
        try (Review review = TestReview.create(folder, "Ada")) {
            file = review.file();
            TestReview.importTitles(
                    review,
                    "PubMed",
                    SourceKind.DATABASE,
                    IntStream.range(0, 500).mapToObj(i -> "Title " + i).toArray(String[]::new));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
            statement.execute("PRAGMA cache_size = 2");
            statement.execute("BEGIN");
            statement.execute("UPDATE record SET title = 'Half written ' || hex(zeroblob(2000))");
            for (String name : List.of("test.winnow", "test.winnow-journal")) {
                Files.copy(folder.resolve(name), left.resolve(name));
                Files.copy(folder.resolve(name), left.resolve("only-" + name));
            }
            statement.execute("ROLLBACK");
        }

        try (Review review = Review.openReadOnly(left.resolve("only-test.winnow"))) {
            assertThat(review.records().titles(List.of(new RecordId(1)))).containsValue("Title 0");
        }
        try (Review review = Review.open(left.resolve("test.winnow"), TestReview.CLOCK)) {
            assertThat(review.check()).isEmpty();
            assertThat(review.records().titles(List.of(new RecordId(1)))).containsValue("Title 0");
        }
        assertThat(left.resolve("test.winnow-journal")).doesNotExist();
    }

    private static long decidedBy(Review review) {
        return review.records()
                .count(RecordQuery.at(Stage.TITLE_ABSTRACT).withMine(new ReviewerId(2), RecordQuery.Mine.EXCLUDE));
    }

    private static Merged merge(Review review, Path copy) {
        try (Review other = Review.openReadOnly(copy)) {
            Departures.Scope all =
                    new Departures.Scope(RecordQuery.everything(), new ReviewerId(2), false, null, false, false, null);
            return review.write(review.sessions().merge(other.sessions().departures(all)::each, Lineage.Told.NOTHING));
        }
    }

    /** Says that it begins, and merges the second file into the first. */
    static final class Merger {
        private Merger() {}

        public static void main(String[] args) {
            try (Review review = Review.open(Path.of(args[0]), Clock.systemUTC())) {
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
                        .println("merging");
                merge(review, Path.of(args[1]));
            }
        }
    }

    @Test
    void aLockFileLeftBehindKeepsNobodyOut() throws IOException {
        Path file;
        try (Review review = TestReview.create(folder, "Ada")) {
            file = review.file();
            Files.copy(folder.resolve(".test.winnow.lock"), folder.resolve("kept"));
        }
        Files.move(folder.resolve("kept"), folder.resolve(".test.winnow.lock"));

        try (Review review = Review.open(file, TestReview.CLOCK)) {
            assertThat(review.writable()).isTrue();
        }
    }

    /** Decides on one record after another and prints the number of each once the write has returned. */
    static final class Decider {
        private Decider() {}

        public static void main(String[] args) {
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            try (Review review = Review.open(Path.of(args[0]), Clock.systemUTC())) {
                for (long id : review.records().ids(RecordQuery.everything())) {
                    review.write(Decisions.decideAll(List.of(new NewDecision(
                            new RecordId(id), Stage.TITLE_ABSTRACT, new ReviewerId(1), Verdict.INCLUDE, null, false))));
                    out.println(id);
                }
            }
        }
    }
}
