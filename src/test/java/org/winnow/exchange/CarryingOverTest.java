package org.winnow.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.Decision;
import org.winnow.model.RecordId;
import org.winnow.model.Stage;
import org.winnow.model.Tag;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;
import org.winnow.work.Progress;

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
    void aFilesDecisionsBecomeThoseOfNamedReviewersAndOneUndoTakesThemBack() throws IOException {
        long id = imported("rayyan.ris", RAYYAN);
        CarryingOver over = new CarryingOver(review);
        assertThat(over.found(id, "rayyan.ris").verdicts()).isEqualTo(Map.of("Ann", 1L, "Bob", 1L));

        long taken = over.run(
                id, "rayyan.ris", new CarryingOver.As(Map.of("Ann", "Ada"), "", Stage.TITLE_ABSTRACT), Progress.NONE);

        assertThat(taken).isEqualTo(2);
        assertThat(said(1)).containsExactly("Ada INCLUDE", "Bob EXCLUDE wrong dose");
        assertThat(review.tags()
                        .on(
                                new RecordId(1),
                                review.reviewers().named("Ada").orElseThrow().id()))
                .extracting(Tag::name)
                .containsExactly("sepsis");
        assertThat(said(2)).isEmpty();
        assertThat(review.undoName()).contains("carry-over");
        review.undo();
        assertThat(said(1)).isEmpty();
        assertThat(review.check()).isEmpty();
    }

    @Test
    void whoIsLeftOutSaysNothingAndAFullTextExclusionAlwaysHasAReason() throws IOException {
        long id = imported(
                "labels.csv", "title,abstract,included\nOne,About sepsis,0\nTwo,About asthma,1\nThree,About gout,\n");
        assertThat(new CarryingOver(review)
                        .run(id, "labels.csv", CarryingOver.As.one("", Stage.FULL_TEXT), Progress.NONE))
                .isZero();
        assertThat(new CarryingOver(review)
                        .run(id, "labels.csv", CarryingOver.As.one("Ada", Stage.FULL_TEXT), Progress.NONE))
                .isEqualTo(2);
        assertThat(review.decisions().history(new RecordId(1)))
                .extracting(
                        d -> d.stage() + " " + d.verdict() + " " + d.reason().label())
                .containsExactly("FULL_TEXT EXCLUDE No reason given");
    }

    private long imported(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        new Importing(review).run(ImportRequest.of(file), Progress.NONE);
        return review.imports().all().getLast().id();
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
