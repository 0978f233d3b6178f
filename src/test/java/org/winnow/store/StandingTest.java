package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.winnow.model.CriterionId;
import org.winnow.model.FlowRow;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.testkit.TestReview;

class StandingTest {
    private static final RecordId FIRST = new RecordId(1);
    private static final RecordId SECOND = new RecordId(2);
    private static final ReviewerId ADA = new ReviewerId(1);
    private static final ReviewerId BEN = new ReviewerId(2);

    @TempDir
    Path folder;

    private Review review;

    @BeforeEach
    void twoScreenersAndTwoRecords() {
        review = TestReview.create(folder, "Ada", "Ben");
        TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "One", "Two");
    }

    @AfterEach
    void close() {
        assertThat(review.check()).isEmpty();
        review.close();
    }

    @ParameterizedTest
    @CsvSource({
        "INCLUDE, INCLUDE, INCLUDE",
        "EXCLUDE, EXCLUDE, EXCLUDE",
        "MAYBE,   MAYBE,   MAYBE",
        "INCLUDE, EXCLUDE, CONFLICT",
        "INCLUDE, MAYBE,   CONFLICT",
        "EXCLUDE, MAYBE,   CONFLICT",
    })
    void twoVerdictsSettleARecordOrConflict(Verdict adas, Verdict bens, Outcome outcome) {
        decide(FIRST, ADA, adas);
        decide(FIRST, BEN, bens);

        assertThat(titleAbstract(FIRST)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"INCLUDE, INCLUDE", "EXCLUDE, EXCLUDE", "MAYBE, MAYBE"})
    void oneVerdictSettlesWhileOnlyOnePersonScreens(Verdict verdict, Outcome outcome) {
        decide(FIRST, ADA, verdict);

        assertThat(titleAbstract(FIRST)).isEqualTo(outcome);
    }

    @Test
    void recordsWaitAgainOnceASecondPersonStarts() {
        decide(FIRST, ADA, Verdict.INCLUDE);
        decide(SECOND, BEN, Verdict.EXCLUDE);

        assertThat(List.of(titleAbstract(FIRST), titleAbstract(SECOND)))
                .containsExactly(Outcome.AWAITING, Outcome.AWAITING);
        review.undo();
        assertThat(List.of(titleAbstract(FIRST), titleAbstract(SECOND)))
                .containsExactly(Outcome.INCLUDE, Outcome.UNDECIDED);
    }

    @Test
    void askingForOneVerdictSettlesWhatWaitedAndAskingForTwoLetsItWaitAgain() {
        decide(FIRST, ADA, Verdict.INCLUDE);
        decide(SECOND, BEN, Verdict.EXCLUDE);

        review.write(Setup.screenersPerRecord(1, null));
        assertThat(List.of(titleAbstract(FIRST), titleAbstract(SECOND)))
                .containsExactly(Outcome.INCLUDE, Outcome.EXCLUDE);
        review.write(Setup.screenersPerRecord(2, null));
        assertThat(titleAbstract(FIRST)).isEqualTo(Outcome.AWAITING);
        review.undo();
        assertThat(titleAbstract(FIRST)).isEqualTo(Outcome.INCLUDE);
    }

    @Test
    void aResolutionSettlesAConflictUntilItIsTakenBack() {
        decide(FIRST, ADA, Verdict.INCLUDE);
        decide(FIRST, BEN, Verdict.EXCLUDE);

        decide(FIRST, BEN, Verdict.INCLUDE, null, true);
        assertThat(titleAbstract(FIRST)).isEqualTo(Outcome.INCLUDE);
        decide(FIRST, ADA, null, null, true);
        assertThat(titleAbstract(FIRST)).isEqualTo(Outcome.CONFLICT);
        review.undo();
        assertThat(titleAbstract(FIRST)).isEqualTo(Outcome.INCLUDE);
    }

    @Test
    void undoingAResolutionBringsBackTheOneThatAnotherPersonGaveBefore() {
        decide(FIRST, ADA, Verdict.INCLUDE, null, true);
        decide(FIRST, BEN, Verdict.EXCLUDE, null, true);

        review.undo();

        assertThat(titleAbstract(FIRST)).isEqualTo(Outcome.INCLUDE);
        assertThat(review.decisions().current(FIRST, Stage.TITLE_ABSTRACT))
                .singleElement()
                .satisfies(d -> assertThat(d.reviewer().name()).isEqualTo("Ada"));
    }

    @Test
    void undoingARetrievalBringsBackTheOneThatAnotherPersonMarkedBefore() {
        review.write(Retrievals.mark(FIRST, ADA, Retrieval.RETRIEVED));
        review.write(Retrievals.mark(FIRST, BEN, Retrieval.NOT_RETRIEVED));

        review.undo();

        assertThat(review.retrievals().of(FIRST)).isEqualTo(Retrieval.RETRIEVED);
    }

    @Test
    void aWithdrawnVerdictIsNoVerdict() {
        decide(FIRST, ADA, Verdict.INCLUDE);
        decide(FIRST, ADA, null);

        assertThat(titleAbstract(FIRST)).isEqualTo(Outcome.UNDECIDED);
        assertThat(review.standing().at(Stage.TITLE_ABSTRACT).decidedBy()).isEmpty();
    }

    @Test
    void manyDecisionsInOneOperationAreTakenBackTogether() {
        decide(FIRST, ADA, Verdict.MAYBE);
        review.write(Decisions.decideAll(List.of(
                new NewDecision(FIRST, Stage.TITLE_ABSTRACT, ADA, Verdict.INCLUDE, null, false),
                new NewDecision(FIRST, Stage.TITLE_ABSTRACT, ADA, Verdict.EXCLUDE, null, false),
                new NewDecision(SECOND, Stage.TITLE_ABSTRACT, ADA, Verdict.EXCLUDE, null, false))));
        assertThat(List.of(titleAbstract(FIRST), titleAbstract(SECOND)))
                .containsExactly(Outcome.EXCLUDE, Outcome.EXCLUDE);

        review.undo();

        assertThat(List.of(titleAbstract(FIRST), titleAbstract(SECOND)))
                .containsExactly(Outcome.MAYBE, Outcome.UNDECIDED);
    }

    @Test
    void theFirstReasonInTheReviewsOrderCountsUnlessAResolutionNamesOne() {
        CriterionId population = review.write(Criteria.ensure("Wrong population"));
        CriterionId design = review.write(Criteria.ensure("Wrong design"));
        decideFullText(ADA, design, false);
        decideFullText(BEN, population, false);
        assertThat(reasons()).containsExactly("Wrong population");

        review.write(Criteria.reorder(List.of(design, population)));
        assertThat(reasons()).containsExactly("Wrong design");
        decideFullText(BEN, population, true);
        assertThat(reasons()).containsExactly("Wrong population");
    }

    @Test
    void theFlowCountsEveryRecordOnce() {
        TestReview.importTitles(review, "Website", SourceKind.WEBSITE, "Three");
        review.write(Merges.same(FIRST, SECOND, ""));
        decide(FIRST, ADA, Verdict.INCLUDE);
        review.write(Retrievals.mark(FIRST, ADA, Retrieval.RETRIEVED));

        Outcome none = Outcome.UNDECIDED;
        assertThat(review.standing().flowRows())
                .containsExactlyInAnyOrder(
                        new FlowRow(new SourceId(1), false, Outcome.INCLUDE, Retrieval.RETRIEVED, none, "", 1),
                        new FlowRow(new SourceId(1), true, none, Retrieval.SOUGHT, none, "", 1),
                        new FlowRow(new SourceId(2), false, none, Retrieval.SOUGHT, none, "", 1));
        assertThat(review.standing().at(Stage.FULL_TEXT).total()).isEqualTo(2);
    }

    @Test
    void agreementCountsPairsOfFirstVerdictsAndNoResolution() {
        decide(FIRST, ADA, Verdict.INCLUDE);
        decide(FIRST, BEN, Verdict.EXCLUDE);
        decide(FIRST, BEN, Verdict.INCLUDE, null, true);
        decide(SECOND, ADA, Verdict.INCLUDE);

        assertThat(review.standing().verdictPairs(Stage.TITLE_ABSTRACT, ADA, BEN))
                .isEqualTo(Map.of(List.of(Verdict.INCLUDE, Verdict.EXCLUDE), 1L));
    }

    @ParameterizedTest
    @EnumSource(RecordQuery.Order.class)
    void aQueueHoldsTheSameRecordsInEveryOrder(RecordQuery.Order order) {
        TestReview.importTitles(review, "Embase", SourceKind.DATABASE, "Alpha", "Beta");
        decide(FIRST, ADA, Verdict.INCLUDE);
        decide(SECOND, BEN, Verdict.EXCLUDE);
        RecordQuery all = RecordQuery.at(Stage.TITLE_ABSTRACT).withOrder(order);

        assertThat(review.records().ids(all.withMine(ADA, RecordQuery.Mine.UNDECIDED)))
                .containsExactlyInAnyOrder(2, 3, 4);
        assertThat(review.records().ids(all.withMine(BEN, RecordQuery.Mine.EXCLUDE)))
                .containsExactly(2);
        assertThat(review.records().ids(all.withMine(BEN, RecordQuery.Mine.DECIDED)))
                .containsExactly(2);
        assertThat(review.records().ids(all.withOutcomes(Outcome.UNDECIDED))).containsExactlyInAnyOrder(3, 4);
        assertThat(review.records()
                        .ids(all.withOutcomes(Outcome.UNDECIDED, Outcome.AWAITING)
                                .withMine(ADA, RecordQuery.Mine.UNDECIDED)))
                .containsExactlyInAnyOrder(2, 3, 4);
    }

    private void decide(RecordId record, ReviewerId who, @Nullable Verdict verdict) {
        decide(record, who, verdict, null, false);
    }

    private void decide(
            RecordId record,
            ReviewerId who,
            @Nullable Verdict verdict,
            @Nullable CriterionId reason,
            boolean resolution) {
        review.write(Decisions.decide(new NewDecision(record, Stage.TITLE_ABSTRACT, who, verdict, reason, resolution)));
    }

    private void decideFullText(ReviewerId who, CriterionId reason, boolean resolution) {
        review.write(
                Decisions.decide(new NewDecision(FIRST, Stage.FULL_TEXT, who, Verdict.EXCLUDE, reason, resolution)));
    }

    private List<String> reasons() {
        return review.standing().flowRows().stream()
                .map(FlowRow::reason)
                .filter(r -> !r.isEmpty())
                .toList();
    }

    private Outcome titleAbstract(RecordId record) {
        return review.records()
                .rows(List.of(record), null, Stage.TITLE_ABSTRACT)
                .get(0)
                .titleAbstract();
    }
}
