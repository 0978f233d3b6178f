package org.winnow.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.RecordId;
import org.winnow.model.SourceKind;
import org.winnow.model.Verdict;
import org.winnow.store.Merged;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.store.Travelling;
import org.winnow.testkit.TestReview;

/** A synchronised folder has kept two versions of a review: nothing of either is lost, nothing is counted twice. */
class CopiesTest {
    @TempDir
    Path folder;

    private Site main;
    private Path conflicted = Path.of("");

    @BeforeEach
    void twoVersions() throws IOException {
        main = Site.of(TestReview.create(folder, "Ada", "Ben"), folder);
        TestReview.importTitles(main.review, "PubMed", SourceKind.DATABASE, "One", "Two");
        conflicted = folder.resolve("test (Ben's conflicted copy 2026-01-02).winnow");
        main.review.backupTo(conflicted);
        main.decide("Ada", "One", Verdict.INCLUDE, false);
        TestReview.importTitles(main.review, "Embase", SourceKind.DATABASE, "Here");
        try (Site ben = Site.of(Review.open(conflicted, TestReview.CLOCK), folder)) {
            ben.decide("Ben", "One", Verdict.EXCLUDE, false);
            TestReview.importTitles(ben.review, "Scopus", SourceKind.DATABASE, "There");
        }
        Files.copy(conflicted, folder.resolve("test-LAPTOP.winnow"));
        Files.writeString(folder.resolve("test of something else.winnow"), "no review");
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        TestReview.create(elsewhere, "Ada").close();
        Files.copy(elsewhere.resolve("test.winnow"), folder.resolve("test of another review.winnow"));
    }

    @AfterEach
    void close() {
        main.close();
    }

    @Test
    void theOtherVersionsAreFoundByNameAndContent() {
        assertThat(Copies.beside(main.review)).containsExactly(conflicted, folder.resolve("test-LAPTOP.winnow"));
    }

    @Test
    void bothVersionsBecomeOneWhicheverIsMergedIntoWhich() {
        Merged merged = merge(main.review, conflicted);

        assertThat(merged.added(Travelling.DECISIONS)).isEqualTo(1);
        assertThat(merged.conflicts()).extracting(Merged.Conflict::title).containsExactly("One");
        assertThat(main.review.records().count(RecordQuery.everything())).isEqualTo(4);
        assertThat(main.review.records().raw(main.record("There"))).contains("TI  - There\n");
        assertThat(main.review.records().ids(RecordQuery.everything().withText("there")))
                .containsExactly(main.record("There").value());
        // Both versions gave the number 3: here it stays what it was.
        assertThat(main.record("Here")).isEqualTo(new RecordId(3));
        assertThat(main.review.check()).isEmpty();
        assertThat(merge(main.review, folder.resolve("test-LAPTOP.winnow")).brings())
                .isFalse();

        List<String> here = main.state();
        try (Site there = Site.of(Review.open(conflicted, TestReview.CLOCK), folder)) {
            merge(there.review, main.review.file());
            assertThat(there.review.check()).isEmpty();
            assertThat(there.state()).containsExactlyInAnyOrderElementsOf(here);
        }
    }

    private static Merged merge(Review into, Path copy) {
        try (Review other = Review.openReadOnly(copy)) {
            return new Merging(into, into, new FullTexts(Path::of, Path::of, file -> {}), TestReview.CLOCK).take(other);
        }
    }

    @Test
    void anotherReviewIsRefused() {
        assertThatThrownBy(() -> merge(main.review, folder.resolve("test of another review.winnow")))
                .isInstanceOf(UnreadableSession.class)
                .hasMessageContaining("belongs to another review");
    }
}
