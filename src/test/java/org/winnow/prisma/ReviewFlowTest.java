package org.winnow.prisma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.Reviewer;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Merges;
import org.winnow.store.Retrievals;
import org.winnow.store.Review;
import org.winnow.store.Reviewers;
import org.winnow.store.Statements;
import org.winnow.store.Studies;
import org.winnow.testkit.TestReview;

class ReviewFlowTest {
    @TempDir
    Path folder;

    private Review review;
    private ReviewFlow flow;

    @BeforeEach
    void aFinishedReviewOfFiveRecords() {
        review = TestReview.create(folder, "Ada");
        flow = new ReviewFlow(review);
        TestReview.importTitles(review, "Embase", SourceKind.DATABASE, "one", "two", "three", "four", "five");
        for (long id = 1; id <= 4; id++) {
            decide(id, Stage.TITLE_ABSTRACT, id <= 3 ? Verdict.INCLUDE : Verdict.EXCLUDE);
        }
        for (long id = 1; id <= 3; id++) {
            decide(id, Stage.FULL_TEXT, id <= 2 ? Verdict.INCLUDE : Verdict.EXCLUDE);
        }
    }

    @AfterEach
    void close() {
        review.close();
    }

    @Test
    void aNumberTypedInIsMarkedWithItsNoteBreaksTheSumsByNameAndIsTakenBackByUndo() {
        FlowCounts before = flow.counts(Template.NEW_DATABASES);
        review.write(ReviewFlow.override("records_excluded", 11L, "ten more were excluded on paper"));

        FlowCounts counts = flow.counts(Template.NEW_DATABASES);
        assertThat(counts.box("records_excluded")).isEqualTo(11);
        assertThat(counts.warnings()).anyMatch(w -> w.startsWith("E5: Reports sought for retrieval is 3, but"));
        assertThat(texts(counts, Template.NEW_DATABASES))
                .contains("(n = 11)†")
                .anyMatch(t -> t.startsWith("† Records excluded: number entered by hand – ten more"));

        review.undo();
        assertThat(flow.counts(Template.NEW_DATABASES)).isEqualTo(before);
        review.redo();
        review.write(ReviewFlow.override("records_excluded", null, ""));
        assertThat(flow.counts(Template.NEW_DATABASES)).isEqualTo(before);
        assertThat(review.check()).isEmpty();
    }

    @Test
    void aNumberThatTheDiagramDoesNotHaveIsRefusedWithTheNames() {
        assertThatThrownBy(() -> ReviewFlow.override("records_sceened", 3L, ""))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("records_screened");
        assertThatThrownBy(() -> ReviewFlow.override("duplicates", -1L, "")).hasMessageContaining("below 0");
    }

    @Test
    void recordsLeftUnreadByAStoppingRuleCountAsLeftOutByAutomation() {
        assertThat(flow.counts(Template.NEW_DATABASES).warnings()).anyMatch(w -> w.startsWith("E3:"));
        review.write(ReviewFlow.stopped("50 irrelevant in a row"));

        FlowCounts counts = flow.counts(Template.NEW_DATABASES);
        assertThat(counts.box("excluded_automatic")).isEqualTo(1);
        assertThat(counts.box("records_screened")).isEqualTo(4);
        assertThat(counts.warnings()).noneMatch(w -> w.startsWith("E3:"));
        assertThat(texts(counts, Template.NEW_DATABASES).toString()).contains("50 irrelevant in a row");
    }

    @Test
    void aReviewHasDoneWithWhatCannotBeHadAndWithWhatAStoppingRuleLeft() {
        assertThat(flow.open()).isEqualTo(1);
        review.write(ReviewFlow.stopped("50 irrelevant in a row"));
        assertThat(flow.open()).isZero();
        review.undo();

        decide(5, Stage.TITLE_ABSTRACT, Verdict.INCLUDE);
        assertThat(flow.open()).isEqualTo(1);
        review.write(Retrievals.mark(
                new RecordId(5), review.reviewers().all().getFirst().id(), Retrieval.NOT_RETRIEVED));
        assertThat(flow.open()).isZero();
        decide(5, Stage.FULL_TEXT, Verdict.MAYBE);
        assertThat(flow.open()).isEqualTo(1);
    }

    @Test
    void aScopingReviewSpeaksOfSourcesOfEvidenceAndCountsTheSame() {
        FlowCounts before = flow.counts(Template.UPDATED_DATABASES);
        review.write(ReviewFlow.kind(ReviewKind.SCOPING));

        FlowCounts counts = flow.counts(Template.UPDATED_DATABASES);
        assertThat(counts.boxes()).isEqualTo(before.boxes());
        assertThat(String.join(" ", texts(counts, Template.UPDATED_DATABASES)))
                .contains("New sources of evidence included in review")
                .contains("Total sources of evidence included")
                .doesNotContain("tudies included in review");
        review.write(flow.freeze("Version 1", ""));
        assertThat(FrozenFlow.of(review.versions().latest().orElseThrow())
                        .counts()
                        .text())
                .isEqualTo(flow.counts(Template.NEW_DATABASES).text());
        review.undo();
        review.undo();
        assertThat(flow.counts(Template.UPDATED_DATABASES)).isEqualTo(before);
    }

    @Test
    void individualParticipantDataAreAskedForUntilTheyAreTypedInAndHaveToAddUp() {
        review.write(ReviewFlow.kind(ReviewKind.INDIVIDUAL_DATA));
        assertThat(texts(flow.counts(Template.NEW_ALL), Template.NEW_ALL))
                .contains("Participants (n = xxx)", "Aggregate data available:");

        review.write(ReviewFlow.override("ipd_sought_studies", 2L, ""));
        review.write(ReviewFlow.override("ipd_provided_studies", 2L, ""));
        review.write(ReviewFlow.override("ipd_missing_studies", 1L, "no answer"));
        review.write(ReviewFlow.override("ipd_provided_participants", 1200L, ""));
        FlowCounts counts = flow.counts(Template.NEW_ALL);
        assertThat(texts(counts, Template.NEW_ALL)).contains("Participants (n = 1,200)†");
        assertThat(counts.warnings()).anyMatch(w -> w.startsWith("I1: "));
    }

    @ParameterizedTest
    @EnumSource(ReviewKind.class)
    void everyKindIsDrawnInEveryTemplateWithNothingOnTopOfAnother(ReviewKind kind) {
        review.write(ReviewFlow.kind(kind));
        for (Template template : Template.values()) {
            List<FlowDiagram.Box> boxes = FlowDiagram.of(flow.counts(template), template).shapes().stream()
                    .filter(FlowDiagram.Box.class::isInstance)
                    .map(FlowDiagram.Box.class::cast)
                    .toList();
            for (FlowDiagram.Box a : boxes) {
                assertThat(boxes)
                        .filteredOn(b -> b != a
                                && a.x() < b.x() + b.w()
                                && b.x() < a.x() + a.w()
                                && a.y() < b.y() + b.h()
                                && b.y() < a.y() + a.h())
                        .isEmpty();
            }
        }
    }

    @Test
    void whatOnlyAnAutomationToolExcludedIsShownApart() {
        Reviewer machine = review.write(Reviewers.join("Classifier"));
        decide(5, Stage.TITLE_ABSTRACT, machine.id(), Verdict.EXCLUDE);
        assertThat(flow.counts(Template.NEW_DATABASES).boxes()).doesNotContainKey("excluded_by_automation");
        review.write(Statements.tool(machine.id(), true));

        FlowCounts counts = flow.counts(Template.NEW_DATABASES);
        assertThat(counts.boxes())
                .containsEntry("records_excluded", 2L)
                .containsEntry("excluded_by_human", 1L)
                .containsEntry("excluded_by_automation", 1L);
        assertThat(texts(counts, Template.NEW_DATABASES)).contains("by automation tools (n = 1)");
        review.undo();
        assertThat(flow.counts(Template.NEW_DATABASES).boxes()).doesNotContainKey("excluded_by_automation");
    }

    @Test
    void studiesAreCountedOnceHoweverManyReportsTheyHave() {
        assertThat(flow.counts(Template.NEW_DATABASES).box("new_studies")).isEqualTo(2);
        review.write(Studies.name(new RecordId(1), List.of("Smith 2020")));
        review.write(Studies.name(new RecordId(2), List.of("smith 2020")));
        assertThat(flow.counts(Template.NEW_DATABASES).boxes())
                .containsEntry("new_studies", 1L)
                .containsEntry("new_reports", 2L);

        review.write(Studies.name(new RecordId(2), List.of("Smith 2020", "Jones 2021", "Roe 2022")));
        assertThat(flow.counts(Template.NEW_DATABASES).box("new_studies")).isEqualTo(3);
    }

    @Test
    void afterAVersionIsFrozenTheNextDiagramCountsWhatCameSinceAndThePreviousStudies() {
        decide(5, Stage.TITLE_ABSTRACT, Verdict.EXCLUDE);
        FlowCounts then = flow.counts(Template.NEW_DATABASES);
        review.write(flow.freeze("Version 1", ""));
        assertThat(FrozenFlow.of(review.versions().all().getFirst()).counts().boxes())
                .isEqualTo(then.boxes());
        assertThat(flow.fitting()).isEqualTo(Template.UPDATED_DATABASES);
        TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "six", "seven", "two again");
        review.write(Merges.same(new RecordId(2), new RecordId(8), "same"));
        decide(6, Stage.TITLE_ABSTRACT, Verdict.INCLUDE);
        decide(7, Stage.TITLE_ABSTRACT, Verdict.EXCLUDE);
        decide(6, Stage.FULL_TEXT, Verdict.INCLUDE);

        FlowCounts counts = flow.counts(Template.UPDATED_DATABASES);
        assertThat(counts.boxes())
                .containsEntry("previous_studies", 2L)
                .containsEntry("previous_reports", 2L)
                .containsEntry("database_results", 3L)
                .containsEntry("duplicates", 1L)
                .containsEntry("records_screened", 2L)
                .containsEntry("new_studies", 1L)
                .containsEntry("total_studies", 3L)
                .containsEntry("total_reports", 3L);
        assertThat(counts.warnings()).isEmpty();
        assertThat(counts.databases()).containsExactly(Map.entry("PubMed", 3L));
        assertThat(flow.counts(Template.NEW_DATABASES).box("database_results")).isEqualTo(8);

        decide(1, Stage.FULL_TEXT, Verdict.EXCLUDE);
        assertThat(flow.counts(Template.UPDATED_DATABASES).warnings())
                .contains("1 report included in the previous version is not included any more.")
                .anyMatch(w -> w.startsWith("E11:"));
    }

    private void decide(long record, Stage stage, Verdict verdict) {
        decide(record, stage, new ReviewerId(1), verdict);
    }

    private void decide(long record, Stage stage, ReviewerId reviewer, Verdict verdict) {
        review.write(Decisions.decide(new NewDecision(new RecordId(record), stage, reviewer, verdict, null, false)));
    }

    private static List<String> texts(FlowCounts counts, Template template) {
        return FlowDiagram.of(counts, template).shapes().stream()
                .flatMap(s -> FlowDiagram.lines(s).stream())
                .map(FlowDiagram.TextLine::text)
                .toList();
    }
}
