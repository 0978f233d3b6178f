package org.winnow.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.BibRecord;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Suggestion;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Rankings.Use;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;
import org.winnow.work.Progress;

/** Ranking the records of a review while people decide. */
class LiveRankingTest {
    private static final Plan U4 = new Plan(Models.named("u4").orElseThrow(), 1, "", false, 0);

    @TempDir
    Path folder;

    private Review review;
    private ReviewerId ada;
    private ReviewerId ben;

    @BeforeEach
    void aReviewOfFortyRecordsAFourthOfThemAboutPain() {
        review = TestReview.create(folder, "Ada", "Ben");
        List<Reviewer> people = review.reviewers().all();
        ada = people.get(0).id();
        ben = people.get(1).id();
        TestReview.importRecords(
                review,
                "PubMed",
                SourceKind.DATABASE,
                IntStream.rangeClosed(1, 40)
                        .mapToObj(i -> BibRecord.builder()
                                .title(i % 4 == 0 ? "Exercise against back pain " + i : "Proteins of the cell " + i)
                                .abstractText(i % 4 == 0 ? "A trial of therapy" : "Mice and genes")
                                .raw("r")
                                .build())
                        .toList());
    }

    @AfterEach
    void close() {
        review.close();
    }

    private void decide(long record, ReviewerId who, Verdict verdict) {
        review.write(Decisions.decide(
                new NewDecision(new RecordId(record), Stage.TITLE_ABSTRACT, who, verdict, null, false)));
    }

    private Ranked ranked(ReviewerId who, Plan plan) {
        return new LiveRanking(review, Stage.TITLE_ABSTRACT, who, Models.network()).ranked(plan, Progress.NONE);
    }

    @Test
    void afterOneVerdictOfEachKindTheAlikeComeFirst() {
        decide(4, ada, Verdict.MAYBE);
        decide(1, ada, Verdict.EXCLUDE);
        Ranked ranked = ranked(ada, U4);
        assertThat(LongStream.of(ranked.records()).limit(9)).allMatch(id -> id % 4 == 0 && id != 4);
        assertThat(LongStream.of(ranked.records()).skip(38)).containsExactlyInAnyOrder(1L, 4L);
        assertThat(ranked.unread()).isEqualTo(38);
        assertThat(ranked.of(new RecordId(4))).isEmpty();
    }

    @Test
    void aTopicInWordsIsEnoughToBeginWith() {
        Plan topic = new Plan(U4.model(), 1, "exercise and back pain", false, 0);
        assertThat(LongStream.of(ranked(ada, topic).records()).limit(8)).allMatch(id -> id % 4 == 0);
    }

    @Test
    void whoBeginsColdBeginsAtRandomAndTheSameWayWithTheSameSeed() {
        long[] first = ranked(ada, U4).records();
        assertThat(first).isNotEqualTo(LongStream.rangeClosed(1, 40).toArray());
        assertThat(ranked(ada, U4).records()).isEqualTo(first);
        assertThat(ranked(ada, new Plan(U4.model(), 2, "", false, 0)).records()).isNotEqualTo(first);
    }

    @Test
    void eachReviewerHasAnOrderOfTheirOwnUnlessItLearnsFromWhatIsSettled() {
        decide(4, ada, Verdict.INCLUDE);
        decide(1, ada, Verdict.EXCLUDE);
        decide(1, ben, Verdict.INCLUDE);
        decide(4, ben, Verdict.EXCLUDE);
        decide(2, ada, Verdict.EXCLUDE);
        decide(2, ben, Verdict.EXCLUDE);
        decide(8, ada, Verdict.INCLUDE);
        decide(8, ben, Verdict.INCLUDE);
        assertThat(ranked(ben, U4).records()[0] % 4).isNotZero();
        Ranked settled = ranked(ben, new Plan(U4.model(), 1, "", true, 0));
        assertThat(settled.records()[0] % 4).isZero();
        assertThat(settled.basis().relevant()).isEqualTo(1);
        assertThat(settled.basis().learntFrom()).isNull();
    }

    @Test
    void anOrderIsKeptWithAllThatIsNeededToComputeItAgainAndUndoKnowsNothingOfIt() {
        decide(4, ada, Verdict.INCLUDE);
        decide(1, ada, Verdict.EXCLUDE);
        Ranked ranked = ranked(ada, new Plan(U4.model(), 7, "", false, 5));
        review.write(ranked(ada, U4).keep(40));
        review.write(ranked.keep(30));
        Ranked kept =
                new Ranked(review.rankings().kept(Stage.TITLE_ABSTRACT, ada).orElseThrow());
        assertThat(kept.records()).isEqualTo(Arrays.copyOf(ranked.records(), 30));
        assertThat(kept.scores()).isEqualTo(Arrays.copyOf(ranked.scores(), 30));
        assertThat(kept.unread()).isEqualTo(30);
        assertThat(kept.basis()).isEqualTo(ranked.basis());
        assertThat(kept.of(new RecordId(ranked.records()[2])))
                .isEqualTo(ranked.of(new RecordId(ranked.records()[2])))
                .map(Suggestion::atRandom)
                .contains(true);
        assertThat(review.undoName()).contains("exclude");
        assertThat(review.check()).isEmpty();
    }

    @Test
    void aDecisionRemembersTheModelThatBroughtItUp() {
        Suggestion by = new Suggestion("elas-u4", "1", 3, 2, 5, 1, 0.5, true);
        review.write(Decisions.decide(
                new NewDecision(new RecordId(9), Stage.TITLE_ABSTRACT, ada, Verdict.EXCLUDE, null, false, by)));
        decide(10, ada, Verdict.EXCLUDE);
        assertThat(review.rankings().behind(lastOn(9))).contains(by);
        assertThat(review.rankings().behind(lastOn(10))).isEmpty();
        assertThat(review.rankings().uses()).containsExactly(new Use(Stage.TITLE_ABSTRACT, "elas-u4", "1", 3, 1, 1));
        review.undo();
        assertThat(review.check()).isEmpty();
    }

    private java.util.UUID lastOn(long record) {
        return review.decisions().history(new RecordId(record)).getLast().uuid();
    }

    @Test
    void theWordsThatSpeakForARecordAreThoseOfTheIncluded() {
        decide(4, ada, Verdict.INCLUDE);
        decide(1, ada, Verdict.EXCLUDE);
        LiveRanking live = new LiveRanking(review, Stage.TITLE_ABSTRACT, ada, Models.network());
        live.ranked(U4, Progress.NONE);
        assertThat(live.reasons(new RecordId(8)).stream()
                        .filter(r -> r.weight() > 0)
                        .map(Ranker.Reason::words)
                        .collect(Collectors.toSet()))
                .contains("pain", "back pain", "exercise");
        assertThat(live.reasons(new RecordId(2))).allMatch(r -> r.weight() < 0);
    }

    @Test
    void aPlanIsKeptInTheReviewAndBeginsWithItsTitle() {
        Plan first = Plan.of(review);
        assertThat(first).isEqualTo(new Plan(Models.standard(), 1, "A test review", false, 0));
        Plan other = new Plan(Models.named("u3").orElseThrow(), 42, "Back pain", true, 10);
        review.write(other.instead(first));
        assertThat(Plan.of(review)).isEqualTo(other);
        Plan cold = new Plan(other.model(), 42, "", true, 10);
        review.write(cold.instead(other));
        assertThat(Plan.of(review)).isEqualTo(cold);
        review.undo();
        assertThat(Plan.of(review)).isEqualTo(other);
    }

    @Property(tries = 200)
    void aQueueHasEveryRecordOnceTheUnknownFirstByScoreButForTheDrawn(
            @ForAll @IntRange(min = 1, max = 300) int records,
            @ForAll @IntRange(max = 12) int every,
            @ForAll long seed) {
        Labels labels = new Labels(records);
        double[] scores = new double[records];
        for (int i = 0; i < records; i++) {
            scores[i] = (i * 37 % 101) / 7.0;
            if (i % 5 == 1) {
                labels.set(i, i % 2 == 0);
            }
        }
        Queue queue = Queue.of(scores, labels, seed, every);
        assertThat(queue.order())
                .containsExactlyInAnyOrder(IntStream.range(0, records).toArray());
        int unknown = records - labels.knownCount();
        assertThat(IntStream.range(0, unknown).map(p -> queue.order()[p])).noneMatch(labels::known);
        double[] ranked = IntStream.range(0, unknown)
                .filter(p -> !queue.atRandom().get(p))
                .mapToDouble(p -> scores[queue.order()[p]])
                .toArray();
        assertThat(ranked).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(queue.atRandom().cardinality()).isEqualTo(every == 0 ? 0 : drawn(labels, unknown, every));
        assertThat(Queue.of(scores, labels, seed, every).order()).isEqualTo(queue.order());
    }

    private static int drawn(Labels labels, int unknown, int every) {
        return (int) IntStream.range(0, Math.min(unknown, 200))
                .filter(p -> (labels.knownCount() + p + 1) % every == 0)
                .count();
    }
}
