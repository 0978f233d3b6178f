package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.BibRecord;
import org.winnow.model.CriterionId;
import org.winnow.model.Decision;
import org.winnow.model.Doi;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Tag;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.testkit.TestReview;

class UndoTest {
    @TempDir
    Path folder;

    private Review review;
    private ReviewerId ada;
    private RecordId first;

    @BeforeEach
    void openAReviewWithThreeRecords() {
        review = TestReview.create(folder, "Ada");
        TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "One", "Two", "Three");
        ada = review.reviewers().all().get(0).id();
        first = new RecordId(review.records().ids(RecordQuery.everything())[0]);
    }

    @AfterEach
    void close() {
        review.close();
    }

    @Test
    void undoRestoresTheEarlierVerdictAndKeepsEveryFact() {
        decide(Verdict.INCLUDE);
        decide(Verdict.EXCLUDE);

        assertThat(review.undo()).contains(new Changes("exclude", Set.of(Changes.Kind.DECISIONS), first));
        assertThat(current()).containsExactly(Verdict.INCLUDE);
        assertThat(review.undo()).isPresent();
        assertThat(current()).isEmpty();
        assertThat(outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(review.decisions().history(first))
                .extracting(Decision::verdict)
                .containsExactly(Verdict.INCLUDE, Verdict.EXCLUDE, Verdict.INCLUDE, null);
    }

    @Test
    void redoDoesTheUndoneThingsAgainInOrderUntilSomethingNewIsDone() {
        decide(Verdict.INCLUDE);
        decide(Verdict.EXCLUDE);
        review.undo();
        review.undo();

        assertThat(review.redoName()).contains("include");
        review.redo();
        assertThat(current()).containsExactly(Verdict.INCLUDE);
        review.redo();
        assertThat(current()).containsExactly(Verdict.EXCLUDE);
        assertThat(review.redo()).isEmpty();

        review.undo();
        decide(Verdict.MAYBE);
        assertThat(review.redoName()).isEmpty();
        review.undo();
        assertThat(current()).containsExactly(Verdict.INCLUDE);
    }

    @Test
    void undoOfAnImportTakesTheRecordsAndTheirDecisionsAndRedoBringsThemBack() {
        BibRecord full = BibRecord.builder()
                .title("Four")
                .doi(new Doi("10.1000/four"))
                .year(2020)
                .keyword("a")
                .keyword("b")
                .extra("ZZ", "1")
                .extra("ZZ", "2")
                .note("line one\nline two")
                .note("another")
                .abstractText("text")
                .build();
        TestReview.importRecords(review, "Embase", SourceKind.DATABASE, List.of(full));
        RecordId four = review.records().find("10.1000/FOUR").get(0);
        review.write(Decisions.decide(new NewDecision(four, Stage.TITLE_ABSTRACT, ada, Verdict.INCLUDE, null, false)));

        review.undo();
        review.undo();
        assertThat(review.records().count(RecordQuery.everything())).isEqualTo(3);
        assertThat(review.sources().all()).hasSize(1);
        assertThat(review.records().count(RecordQuery.everything().withText("four")))
                .isZero();

        review.redo();
        assertThat(review.records().bib(four)).contains(full);
        assertThat(review.records().raw(four)).contains("");
        assertThat(review.records().count(RecordQuery.everything().withText("four")))
                .isEqualTo(1);
        review.redo();
        assertThat(review.decisions().current(four, Stage.TITLE_ABSTRACT))
                .extracting(Decision::verdict)
                .containsExactly(Verdict.INCLUDE);
        assertThat(review.check()).isEmpty();
    }

    @Test
    void undoRestoresNotesTagsRetrievalReasonsAndDuplicates() {
        RecordId second = new RecordId(first.value() + 1);
        CriterionId reason = review.write(Criteria.ensure("Wrong population"));
        review.write(Notes.write(first, ada, "old"));
        review.write(Notes.write(first, ada, "new"));
        review.write(Tags.put(first, ada, "RCT"));
        review.write(Retrievals.mark(first, ada, Retrieval.NOT_RETRIEVED));
        review.write(Merges.same(first, second, "Same."));
        review.write(Merges.separate(second));

        review.undo();
        assertThat(review.duplicates().all()).hasSize(1);
        review.undo();
        assertThat(review.duplicates().all()).isEmpty();
        assertThat(review.duplicates().pairs(Duplicates.Answer.SAME)).isEmpty();
        review.undo();
        assertThat(review.retrievals().of(first)).isEqualTo(Retrieval.SOUGHT);
        review.undo();
        assertThat(review.tags().on(first, ada)).isEmpty();
        assertThat(review.tags().all()).isEmpty();
        review.undo();
        assertThat(review.notes().on(first)).extracting(Notes.Note::text).containsExactly("old");
        review.undo();
        assertThat(review.notes().on(first)).isEmpty();
        review.undo();
        assertThat(review.criteria().all()).isEmpty();
        assertThat(review.write(Criteria.ensure("wrong population"))).isEqualTo(reason);

        review.write(Tags.put(first, ada, "RCT"));
        review.undo();
        review.redo();
        assertThat(review.tags().on(first, ada)).extracting(Tag::name).containsExactly("RCT");
    }

    private void decide(Verdict verdict) {
        review.write(Decisions.decide(new NewDecision(first, Stage.TITLE_ABSTRACT, ada, verdict, null, false)));
    }

    private List<Verdict> current() {
        return review.decisions().current(first, Stage.TITLE_ABSTRACT).stream()
                .map(Decision::verdict)
                .toList();
    }

    private Outcome outcome() {
        return review.records()
                .rows(List.of(first), ada, Stage.TITLE_ABSTRACT)
                .get(0)
                .titleAbstract();
    }
}
