package org.winnow.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.formats.ReadOptions;
import org.winnow.model.Decision;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.model.Tag;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;
import org.winnow.work.Cancelled;
import org.winnow.work.Progress;

/** Decisions that come with a file, if a person says whose they become. */
class CarryingOverTest {
    private static final String RAYYAN = """
            TY  - JOUR
            TI  - One
            N1  - RAYYAN-INCLUSION: {"Ann"=>"Included", "Bob"=>"Excluded"} | RAYYAN-LABELS: sepsis | RAYYAN-EXCLUSION-REASONS: wrong dose
            ER  -

            TY  - JOUR
            TI  - Two
            ER  -
            """;

    @TempDir
    Path folder;

    private Review review;

    @BeforeEach
    void openAReview() {
        review = TestReview.create(folder, "Ada");
    }

    @AfterEach
    void close() {
        review.close();
    }

    @Test
    void aFilesDecisionsBecomeThoseOfNamedReviewersAndOneUndoTakesThemBackWithTheRecords() throws IOException {
        ImportRequest request = request("rayyan.ris", RAYYAN);
        assertThat(Importing.survey(request, Progress.NONE).decisions().verdicts())
                .isEqualTo(Map.of("Ann", 1L, "Bob", 1L));

        ImportReport report = imported(request, new DecisionsAs(Map.of("Ann", "Ada"), "", Stage.TITLE_ABSTRACT));

        assertThat(report.decisions()).isEqualTo(2);
        assertThat(report.importId()).isEqualTo(review.imports().all().getLast().id());
        assertThat(said(1)).containsExactly("Ada INCLUDE", "Bob EXCLUDE wrong dose");
        assertThat(tags(1, "Ada")).containsExactly("sepsis");
        assertThat(said(2)).isEmpty();
        review.undo();
        assertThat(review.records().count(RecordQuery.everything())).isZero();
        assertThat(review.check()).isEmpty();
        review.redo();
        assertThat(said(1)).containsExactly("Ada INCLUDE", "Bob EXCLUDE wrong dose");
    }

    @Test
    void nobodyWhoWasNotAskedForSaysAnything() throws IOException {
        ImportReport report = imported(request("rayyan.ris", RAYYAN), null);
        assertThat(report.decisions()).isZero();
        assertThat(said(1)).isEmpty();
        assertThat(review.reviewers().all()).hasSize(1);
    }

    @Test
    void decisionsStayWithTheirRecordsWhereKnownOnesAreLeftOut() throws IOException {
        imported(request("first.ris", "TY  - JOUR\nTI  - Zero\nDO  - 10.1000/zero\nER  - \n"), null);
        ImportRequest second = request("second.ris", "TY  - JOUR\nTI  - Zero\nDO  - 10.1000/zero\nER  - \n\n" + RAYYAN);
        ImportReport report = new Importing(review)
                .run(
                        new ImportRequest(second.file(), "first", second.kind(), "", "", null, ReadOptions.AUTO)
                                .withOnlyNew(true)
                                .withDecisions(DecisionsAs.one("", Stage.TITLE_ABSTRACT)),
                        Progress.NONE);
        assertThat(report.known()).isEqualTo(1);
        assertThat(said(1)).isEmpty();
        assertThat(review.records().bib(new RecordId(2)).orElseThrow().title()).isEqualTo("One");
        assertThat(said(2)).containsExactly("Ann INCLUDE", "Bob EXCLUDE wrong dose");
    }

    @Test
    void whoIsLeftOutSaysNothingAndAFullTextExclusionAlwaysHasAReason() throws IOException {
        String labels = "title,abstract,included\nOne,About sepsis,0\nTwo,About asthma,1\nThree,About gout,\n";
        assertThat(imported(request("labels.csv", labels), DecisionsAs.one("", Stage.FULL_TEXT))
                        .decisions())
                .isZero();
        assertThat(imported(request("labels.csv", labels), DecisionsAs.one("Ada", Stage.FULL_TEXT))
                        .decisions())
                .isEqualTo(2);
        assertThat(review.decisions().history(new RecordId(4)))
                .extracting(
                        d -> d.stage() + " " + d.verdict() + " " + d.reason().label())
                .containsExactly("FULL_TEXT EXCLUDE No reason given");
    }

    @Test
    void aCancelledImportLeavesNeitherRecordsNorDecisionsNorPeople() throws IOException {
        ImportRequest request = request("rayyan.ris", RAYYAN.repeat(2000))
                .withDecisions(new DecisionsAs(Map.of(), "Cy", Stage.TITLE_ABSTRACT));
        Progress cancelling = new Progress() {
            private int asked;

            @Override
            public void at(long done, long total) {}

            @Override
            public void check() {
                if (++asked > 3) {
                    throw new Cancelled();
                }
            }
        };
        assertThatThrownBy(() -> new Importing(review).run(request, cancelling)).isInstanceOf(Cancelled.class);
        assertThat(review.records().count(RecordQuery.everything())).isZero();
        assertThat(review.reviewers().all()).extracting(Reviewer::name).containsExactly("Ada");
        assertThat(review.imports().all()).isEmpty();
        assertThat(review.sources().all()).isEmpty();
        assertThat(review.criteria().all()).isEmpty();
        assertThat(review.undoName()).isEmpty();
    }

    private ImportRequest request(String name, String content) throws IOException {
        return ImportRequest.of(Files.writeString(folder.resolve(name), content));
    }

    private ImportReport imported(ImportRequest request, @Nullable DecisionsAs as) {
        return new Importing(review).run(request.withDecisions(as), Progress.NONE);
    }

    private List<String> tags(long record, String reviewer) {
        return review
                .tags()
                .on(
                        new RecordId(record),
                        review.reviewers().named(reviewer).orElseThrow().id())
                .stream()
                .map(Tag::name)
                .toList();
    }

    private List<String> said(long record) {
        return review.decisions().current(new RecordId(record), Stage.TITLE_ABSTRACT).stream()
                .map(CarryingOverTest::words)
                .toList();
    }

    private static String words(Decision d) {
        return d.reviewer().name() + " " + d.verdict()
                + (d.reason() == null ? "" : " " + d.reason().label());
    }
}
