package org.winnow.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Suggestion;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;

/** The screening of a review as the stopping rules see it. */
class SoFarTest {
    @TempDir
    Path folder;

    @Test
    void recordsCountInTheOrderOfTheirFirstDecisionWhoeverTookItAndHoweverItIsSettled() {
        try (Review review = TestReview.create(folder, "Ada", "Ben")) {
            List<Reviewer> people = review.reviewers().all();
            TestReview.importTitles(
                    review,
                    "PubMed",
                    SourceKind.DATABASE,
                    IntStream.rangeClosed(1, 200).mapToObj(i -> "Title " + i).toArray(String[]::new));
            TestReview.importTitles(review, "Colleague", SourceKind.OTHER, "Not for this stage");
            decide(review, people.get(0), 7, Verdict.INCLUDE, false);
            decide(review, people.get(0), 3, Verdict.EXCLUDE, true);
            decide(review, people.get(1), 9, Verdict.EXCLUDE, true);
            decide(review, people.get(1), 3, Verdict.MAYBE, false);
            decide(review, people.get(0), 9, Verdict.EXCLUDE, false);
            decide(review, people.get(0), 201, Verdict.INCLUDE, false);

            SoFar soFar = SoFar.of(review, Stage.TITLE_ABSTRACT);
            Screening s = soFar.screening();
            assertThat(s.records()).isEqualTo(200);
            assertThat(s.read()).isEqualTo(3);
            assertThat(s.hits().stream()).containsExactly(0, 1);
            assertThat(s.irrelevantInARow()).isEqualTo(1);
            assertThat(soFar.unread()).isEqualTo(197);
            assertThat(soFar.atRandom()).isEqualTo(2);
            assertThat(soFar.models()).isEqualTo(Set.of("elas-u4"));
            assertThat(soFar.randomStart()).isTrue();
            assertThat(soFar.tenthRead()).isFalse();
        }
    }

    private static void decide(Review review, Reviewer who, long record, Verdict verdict, boolean atRandom) {
        Suggestion by = atRandom ? new Suggestion("elas-u4", "1", 1, 0, 0, 1, 0, true) : null;
        review.write(Decisions.decide(
                new NewDecision(new RecordId(record), Stage.TITLE_ABSTRACT, who.id(), verdict, null, false, by)));
    }

    /** The authors' example: 95 relevant, then 400 irrelevant of 1,000 records. */
    @Test
    void theTestSaysStopWhereItsAuthorsSay() {
        boolean[] labels = new boolean[1000];
        IntStream.range(0, 95).forEach(i -> labels[i] = true);
        SoFar soFar = new SoFar(Screening.of(labels).until(495), 0, Set.of());
        assertThat(soFar.p(0.95)).isCloseTo(0.029794, within(1e-6));
        assertThat(soFar.recallAtLeast(0.95)).isGreaterThanOrEqualTo(0.95);
        assertThat(soFar.recallLikely()).isGreaterThanOrEqualTo(soFar.recallAtLeast(0.95));
        assertThat(soFar.fiftyInARow()).isTrue();
        assertThat(soFar.tenthRead()).isTrue();
    }
}
