package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.testkit.TestReview;

/** No room left: said with the file and the remedy, and everything that was said before is there. */
class FullDiskTest {
    private static final int RECORDS = 300;

    @TempDir
    Path folder;

    private Review review;

    @BeforeEach
    void aReviewWithOneDecision() {
        review = TestReview.create(folder, "Ada");
        TestReview.importTitles(
                review,
                "PubMed",
                SourceKind.DATABASE,
                IntStream.range(0, RECORDS).mapToObj(i -> "Title " + i).toArray(String[]::new));
        review.write(Decisions.decide(decision(1, Verdict.INCLUDE)));
    }

    @AfterEach
    void close() {
        review.close();
    }

    @Test
    void aWriteThatFindsNoRoomIsTakenBackWholeAndGoesThroughOnceThereIsRoom() {
        Op<Void> all = Decisions.decideAll(IntStream.rangeClosed(1, RECORDS)
                .mapToObj(id -> decision(id, Verdict.EXCLUDE))
                .toList());
        Op<Void> noRoom = Op.of(
                "decide-all",
                tx -> {
                    // SQLite answers to its own limit as it does to the end of the disk.
                    tx.handle().execute("PRAGMA max_page_count = 1");
                    all.work().in(tx);
                    return null;
                },
                Changes.Kind.DECISIONS);

        assertThatThrownBy(() -> review.write(noRoom))
                .isInstanceOf(ReviewException.class)
                .hasMessage("The disk is full: " + review.file() + " could not be written. Free some room and try"
                        + " again.");
        assertThat(review.check()).isEmpty();
        assertThat(excluded()).isZero();
        assertThat(review.decisions().history(new RecordId(1))).hasSize(1);

        review.write(Op.of(
                "decide-all",
                tx -> {
                    tx.handle().execute("PRAGMA max_page_count = 1000000");
                    all.work().in(tx);
                    return null;
                },
                Changes.Kind.DECISIONS));
        assertThat(excluded()).isEqualTo(RECORDS);
        assertThat(review.undo()).isPresent();
        assertThat(excluded()).isZero();
        assertThat(review.check()).isEmpty();
    }

    @Test
    void aBackupThatCannotBeMadeLeavesNothingBehind() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken").resolve("inside"))
                .getParent();

        assertThatThrownBy(() -> review.backupTo(taken)).isInstanceOf(ReviewException.class);

        assertThat(folder.resolve("taken.part")).doesNotExist();
        assertThat(taken.resolve("inside")).exists();
    }

    @Test
    void aLockThatFindsNoRoomSaysSo() {
        Path file = review.file();

        assertThat(FileLock.notTaken(file, new SQLiteException("full", SQLiteErrorCode.SQLITE_FULL)))
                .hasMessageContaining("The disk is full: " + file);
        assertThat(FileLock.notTaken(file, new SQLiteException("closed", SQLiteErrorCode.SQLITE_CANTOPEN)))
                .hasMessageContaining("Copy the review to a folder in which you may write");
    }

    private long excluded() {
        return review.records()
                .count(RecordQuery.at(Stage.TITLE_ABSTRACT).withMine(new ReviewerId(1), RecordQuery.Mine.EXCLUDE));
    }

    private static NewDecision decision(long record, Verdict verdict) {
        return new NewDecision(new RecordId(record), Stage.TITLE_ABSTRACT, new ReviewerId(1), verdict, null, false);
    }
}
