package org.winnow.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.ScreenedRecord;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Merges;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;

class BatchTest {
    private static final int MANY = 5000;

    @TempDir
    Path folder;

    private Review review;
    private ReviewerId ada;

    /** Records 1 to 4: one with DOI and PMID, two that share a DOI, one without anything. */
    @BeforeEach
    void openAReview() {
        review = TestReview.create(folder, "Ada");
        TestReview.importRecords(
                review,
                "PubMed",
                SourceKind.DATABASE,
                List.of(
                        record("One", "10.1000/Ab.1", "31234567"),
                        record("Two", "10.1000/shared", ""),
                        record("Three", "10.1000/shared", ""),
                        record("Four", "", "")));
        ada = review.reviewers().all().get(0).id();
    }

    @AfterEach
    void close() {
        review.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "10.1000/AB.1",
                "https://doi.org/10.1000/ab.1",
                "http://dx.doi.org/10.1000/ab.1",
                "doi: 10.1000/ab.1.",
                "https://doi.org/10.1000%2Fab.1",
                "31234567",
                "PMID: 31234567",
                "pmid31234567"
            })
    void aRecordIsFoundByItsIdDoiOrPubMedIdInAnyForm(String key) {
        Batch.Result result = apply(Stage.TITLE_ABSTRACT, line(key, "include", ""));

        assertThat(result).isEqualTo(new Batch.Result(1, List.of()));
        assertThat(verdicts(1)).containsExactly(Verdict.INCLUDE);
    }

    @Test
    void aDuplicateStandsForItsKeeper() {
        review.write(Merges.same(new RecordId(1), new RecordId(4), "told"));

        apply(Stage.TITLE_ABSTRACT, line("4", "exclude", ""));

        assertThat(verdicts(1)).containsExactly(Verdict.EXCLUDE);
        assertThat(verdicts(4)).isEmpty();
    }

    @Test
    void aDoiOfSeveralRecordsIsRejectedWithTheirIds() {
        Batch.Result ambiguous = apply(Stage.TITLE_ABSTRACT, line("10.1000/shared", "include", ""));

        assertThat(ambiguous.applied()).isZero();
        assertThat(ambiguous.rejected().get(0).reason()).contains("2, 3", "duplicates");
        review.write(Merges.same(new RecordId(2), new RecordId(3), "told"));
        assertThat(apply(Stage.TITLE_ABSTRACT, line("10.1000/shared", "include", "")))
                .isEqualTo(new Batch.Result(1, List.of()));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            title-abstract, 99,          include,       '',    No record of this review
            title-abstract, 10.9999/x,   include,       '',    No record of this review
            title-abstract, Four,        include,       '',    No record of this review
            title-abstract, '',          include,       '',    The record is missing
            title-abstract, 1,           perhaps,       '',    '"perhaps" is no decision'
            title-abstract, 1,           '',            '',    '"" is no decision'
            title-abstract, 1,           not-retrieved, '',    is no decision
            full-text,      1,           exclude,       '',    needs a reason
            """)
    void whatCannotBeUnderstoodIsNamedAndTheRestGoesIn(
            String stage, String record, String decision, String reason, String why) {
        Batch.Result result = apply(
                Stage.of(stage).orElseThrow(),
                line(record, decision, reason),
                new DecisionLine(9, "4", "include", "", "", List.of()));

        assertThat(result.applied()).isEqualTo(1);
        assertThat(result.rejected()).hasSize(1);
        assertThat(result.rejected().get(0).line()).isEqualTo(2);
        assertThat(result.rejected().get(0).record()).isEqualTo(record);
        assertThat(result.rejected().get(0).reason()).contains(why);
        assertThat(review.decisions().current(new RecordId(4), Stage.of(stage).orElseThrow()))
                .hasSize(1);
        assertThat(verdicts(1)).isEmpty();
    }

    @Test
    void aRejectedLineLeavesNoNoteTagOrReasonBehind() {
        apply(Stage.FULL_TEXT, new DecisionLine(2, "1", "exclude", "", "a note", List.of("tag")));
        apply(Stage.FULL_TEXT, new DecisionLine(3, "99", "exclude", "Wrong place", "a note", List.of("tag")));

        assertThat(review.tags().all()).isEmpty();
        assertThat(review.criteria().all()).isEmpty();
        assertThat(one(1).notes()).isEmpty();
        assertThat(review.undoName()).contains("import");
    }

    @Test
    void oneUndoTakesAllDecisionsNotesAndTagsBack() {
        apply(
                Stage.TITLE_ABSTRACT,
                new DecisionLine(2, "1", "exclude", "Wrong place", "a note", List.of("t", "u")),
                new DecisionLine(3, "2", "include", "", "", List.of()));
        assertThat(one(1).reason())
                .as("the reason at title and abstract does not count in the flow")
                .isEmpty();
        assertThat(one(1).tags()).containsExactlyInAnyOrder("t", "u");

        review.undo();

        assertThat(verdicts(1)).isEmpty();
        assertThat(verdicts(2)).isEmpty();
        assertThat(one(1).tags()).isEmpty();
        assertThat(one(1).notes()).isEmpty();
    }

    @Test
    void theLastOfSeveralLinesOnARecordCounts() {
        apply(Stage.TITLE_ABSTRACT, line("1", "include", ""), line("1", "maybe", ""), line("1", "exclude", ""));

        assertThat(verdicts(1)).containsExactly(Verdict.EXCLUDE);
        assertThat(one(1).titleAbstract()).isEqualTo(Outcome.EXCLUDE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "3",
                "4",
                " 2 ",
                "99",
                "",
                "Four",
                "10.1000/AB.1",
                "https://doi.org/10.1000/shared",
                "10.9/x",
                "31234567",
                "PMID: 31234567",
                "pmid 4",
                "PMID",
                "31234567.0",
                "999999999999999999999",
                "-1",
                "٣"
            })
    void aPassOverAllRecordsFindsWhatAQuestionAKeyFinds(String key) {
        review.write(Merges.same(new RecordId(1), new RecordId(4), "told"));

        assertThat(RecordKeys.inOnePass(review).find(key))
                .isEqualTo(review.records().find(key));
    }

    @Test
    void linesOfManyKeysGoIn() {
        List<BibRecord> records = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            records.add(record("Many " + i, "10.2000/" + i, String.valueOf(20_000_000 + i)));
        }
        TestReview.importRecords(review, "Embase", SourceKind.DATABASE, records);
        List<DecisionLine> lines = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String key = i % 2 == 0 ? "10.2000/" + i : String.valueOf(20_000_000 + i);
            lines.add(new DecisionLine(i + 2, key, "exclude", "Reason " + i % 7, i % 5 == 0 ? "note" : "", List.of()));
        }

        assertThat(apply(Stage.TITLE_ABSTRACT, lines.toArray(DecisionLine[]::new)))
                .isEqualTo(new Batch.Result(MANY, List.of()));
    }

    private Batch.Result apply(Stage stage, DecisionLine... lines) {
        return new Batch(review, stage, ada, false).apply(List.of(lines));
    }

    private static DecisionLine line(String record, String decision, String reason) {
        return new DecisionLine(2, record, decision, reason, "", List.of());
    }

    private List<Verdict> verdicts(long id) {
        return Stream.of(Stage.values())
                .flatMap(stage -> review.decisions().current(new RecordId(id), stage).stream())
                .map(decision -> decision.verdict())
                .toList();
    }

    private ScreenedRecord one(long id) {
        try (Stream<ScreenedRecord> all =
                review.records().screened(RecordQuery.everything().withDuplicates(RecordQuery.Group.ALL))) {
            return all.filter(r -> r.id().value() == id).findFirst().orElseThrow();
        }
    }

    private static BibRecord record(String title, String doi, String pmid) {
        return BibRecord.builder()
                .title(title)
                .doi(Doi.find(doi).orElse(null))
                .pmid(pmid)
                .raw(title)
                .build();
    }
}
