package org.winnow.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.store.Tags;
import org.winnow.testkit.TestReview;

/** A random sample of the unread, from the drawing to what it says. */
class QualityCheckTest {
    @TempDir
    Path folder;

    private Review review;
    private ReviewerId ada;

    @BeforeEach
    void hundredRecordsFortyOfThemRead() {
        review = TestReview.create(folder, "Ada");
        TestReview.importTitles(
                review,
                "PubMed",
                SourceKind.DATABASE,
                IntStream.rangeClosed(1, 100).mapToObj(i -> "Title " + i).toArray(String[]::new));
        ada = review.reviewers().all().getFirst().id();
        review.write(Decisions.decideAll(
                IntStream.rangeClosed(1, 40).mapToObj(i -> decision(i, i <= 10)).toList()));
    }

    @AfterEach
    void close() {
        review.close();
    }

    private NewDecision decision(long record, boolean include) {
        return new NewDecision(
                new RecordId(record),
                Stage.TITLE_ABSTRACT,
                ada,
                include ? Verdict.INCLUDE : Verdict.EXCLUDE,
                null,
                false);
    }

    private void decide(boolean include, long... records) {
        review.write(Decisions.decideAll(
                Arrays.stream(records).mapToObj(r -> decision(r, include)).toList()));
    }

    private QualityCheck last() {
        return QualityCheck.last(review).orElseThrow();
    }

    private long[] sample() {
        return review.records()
                .ids(RecordQuery.at(Stage.TITLE_ABSTRACT)
                        .withTags(Set.of(last().tag().id())));
    }

    @Test
    void aSampleIsDrawnFromTheUnreadAloneTheSameOneForTheSameSeedAndOneUndoTakesItBack() {
        assertThat(QualityCheck.unread(review)).isEqualTo(60);
        review.write(QualityCheck.draw(review, ada, 20, 7));
        long[] drawn = sample();
        assertThat(drawn).hasSize(20).doesNotHaveDuplicates();
        assertThat(Arrays.stream(drawn)).allMatch(id -> id > 40);
        assertThat(last()).isEqualTo(new QualityCheck(1, last().tag(), 60, 20, 7, 20, 0, 0));
        review.undo();
        assertThat(QualityCheck.last(review)).isEmpty();
        review.write(QualityCheck.draw(review, ada, 20, 7));
        assertThat(sample()).isEqualTo(drawn);
    }

    @Test
    void itSaysNothingBeforeItIsReadToItsEndAndThenTheExactBound() {
        review.write(QualityCheck.draw(review, ada, 20, 7));
        long[] drawn = sample();
        decide(false, Arrays.copyOf(drawn, 19));
        assertThat(last().complete()).isFalse();
        decide(true, drawn[19]);
        assertThat(last()).isEqualTo(new QualityCheck(1, last().tag(), 60, 20, 7, 20, 20, 1));
        assertThat(last().complete()).isTrue();
        int most = last().missedAtMost(0.95);
        // With so many among the 60, one or none in 20 is not yet too unlikely; with one more it is.
        assertThat(Hypergeometric.atMost(1, 60, most + 1, 20)).isGreaterThan(0.05);
        assertThat(Hypergeometric.atMost(1, 60, most + 2, 20)).isLessThanOrEqualTo(0.05);
        assertThat(last().recallAtLeast(11, 0.95)).isEqualTo(11.0 / (11 + most));
    }

    @Test
    void aSampleThatWasAddedToProvesNothingAndTheNextOneCounts() {
        review.write(QualityCheck.draw(review, ada, 5, 7));
        decide(false, sample());
        review.write(Tags.put(new RecordId(1), ada, last().tag().name()));
        assertThat(last().whole()).isFalse();
        assertThat(last().complete()).isFalse();
        review.write(QualityCheck.draw(review, ada, 3, 8));
        assertThat(last().number()).isEqualTo(2);
        assertThat(last().unread()).isEqualTo(55);
        assertThat(last().whole()).isTrue();
    }

    @Test
    void asManyAreNeededAsShowTheTargetWhereNoneIsRelevant() {
        int needed = QualityCheck.needed(1000, 38, 0.95, 0.95);
        assertThat(new UnreadSample(1000, needed, 0).atMost(0.95)).isLessThanOrEqualTo(2);
        assertThat(new UnreadSample(1000, needed - 1, 0).atMost(0.95)).isGreaterThan(2);
        assertThat(QualityCheck.needed(1000, 0, 0.95, 0.95)).isBetween(900, 1000);
        assertThat(QualityCheck.needed(0, 5, 0.95, 0.95)).isZero();
    }

    @Test
    void theBoundHoldsAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(4);
        int held = 0;
        int runs = 2_000;
        for (int run = 0; run < runs; run++) {
            int relevant = random.nextInt(0, 30);
            Set<Integer> drawn = new HashSet<>();
            while (drawn.size() < 80) {
                drawn.add(random.nextInt(400));
            }
            int hits = (int) drawn.stream().filter(i -> i < relevant).count();
            held += new UnreadSample(400, 80, hits).atMost(0.95) >= relevant ? 1 : 0;
        }
        assertThat(held / (double) runs).isGreaterThanOrEqualTo(0.94);
    }
}
