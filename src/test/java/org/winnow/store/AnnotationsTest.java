package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.Anchor;
import org.winnow.model.Annotation;
import org.winnow.model.AnnotationKind;
import org.winnow.model.Criterion;
import org.winnow.model.MarkColour;
import org.winnow.model.Quad;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Annotations.Draft;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.testkit.TestReview;

class AnnotationsTest {
    private static final String FILE = "a".repeat(64);
    private static final RecordId RECORD = new RecordId(1);
    private static final MarkColour YELLOW = MarkColour.PALETTE.get(0);
    private static final MarkColour RED = MarkColour.PALETTE.get(1);
    private static final Anchor ANCHOR = new Anchor(
            3,
            List.of(Quad.upright(72, 700.125f, 300.5f, 712), Quad.upright(72, 688, 120, 700)),
            "Ärzte were randomised",
            "In all, 40 ",
            " to two arms");

    @TempDir
    Path folder;

    private Review review;
    private Reviewer ada;
    private Reviewer ben;

    @BeforeEach
    void make() {
        review = TestReview.create(folder, "Ada", "Ben");
        TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "One", "Two");
        ada = review.reviewers().named("Ada").orElseThrow();
        ben = review.reviewers().named("Ben").orElseThrow();
    }

    @AfterEach
    void close() {
        assertThat(review.check()).isEmpty();
        review.close();
    }

    @Test
    void aMarkKeepsItsPlaceItsWordsAndWhatItSpeaksTo() {
        review.write(Criteria.ensure("Wrong design"));
        Criterion design = review.criteria().all().get(0);

        UUID id = review.write(Annotations.make(new Draft(
                RECORD, FILE, ada.id(), AnnotationKind.UNDERLINE, RED, ANCHOR, "n = 40", design.id(), "dose")));

        Annotation made = review.annotations().mark(id).orElseThrow();
        assertThat(made)
                .isEqualTo(new Annotation(
                        id,
                        RECORD,
                        FILE,
                        ada,
                        "",
                        made.made(),
                        AnnotationKind.UNDERLINE,
                        RED,
                        ANCHOR,
                        "n = 40",
                        design,
                        "dose",
                        made.at()));
    }

    @Test
    void editsAndWithdrawalsAreUndoneOneAfterAnother() {
        UUID id = mark(ada, "first");
        Annotation first = review.annotations().mark(id).orElseThrow();
        review.write(Annotations.change(first.withComment("second").withColour(RED)));
        review.write(Annotations.withdraw(review.annotations().mark(id).orElseThrow()));
        assertThat(review.annotations().mark(id)).isEmpty();

        review.undo();
        assertThat(comment(id)).isEqualTo("second");
        review.undo();
        assertThat(comment(id)).isEqualTo("first");
        assertThat(review.annotations().mark(id).orElseThrow().colour()).isEqualTo(YELLOW);
        review.undo();
        assertThat(review.annotations().mark(id)).isEmpty();
        review.redo();
        assertThat(comment(id)).isEqualTo("first");
    }

    @Test
    void theSearchFindsWordsOfQuoteCommentAndTagWhateverTheirCase() {
        mark(ada, "blood PRESSURE");
        mark(ada, "100% of them_all");

        assertThat(found("ÄRZTE pressure")).containsExactly("blood PRESSURE");
        assertThat(found("%")).containsExactly("100% of them_all");
        assertThat(found("_")).containsExactly("100% of them_all");
        assertThat(found("\"of them_all\" 100")).containsExactly("100% of them_all");
        assertThat(found("\"them_all of\"")).isEmpty();
        assertThat(found("arm")).isEmpty();
        assertThat(review.annotations().find(AnnotationQuery.everything().withColour(RED), null))
                .isEmpty();
        assertThat(review.annotations().find(AnnotationQuery.everything().by(ben.id()), null))
                .isEmpty();
    }

    @Test
    void othersMarksAreSeenOnceOneHasDecidedOnTheFullText() {
        mark(ada, "by Ada");
        mark(ben, "by Ben");

        assertThat(seenBy(ada)).containsExactly("by Ada");
        assertThat(seenBy(null)).containsExactly("by Ada", "by Ben");

        decide(ada, Verdict.EXCLUDE);
        assertThat(seenBy(ada)).containsExactly("by Ada", "by Ben");
        assertThat(seenBy(ben)).containsExactly("by Ben");
        decide(ada, null);
        assertThat(seenBy(ada)).containsExactly("by Ada");
    }

    @Test
    void marksOfAFileComeInOnceAndStayAwayWhenTheyWereTakenAway() {
        Annotation foreign = new Annotation(
                UUID.randomUUID(),
                RECORD,
                FILE,
                ada,
                "Smith",
                Instant.parse("2020-01-01T00:00:00Z"),
                AnnotationKind.HIGHLIGHT,
                RED,
                ANCHOR,
                "look here",
                null,
                "",
                Instant.EPOCH);

        assertThat(review.write(Annotations.takeIn(List.of(foreign, foreign)))).isEqualTo(1);
        assertThat(review.write(Annotations.takeIn(List.of(foreign)))).isZero();
        assertThat(seenBy(ben)).containsExactly("look here");
        assertThat(review.annotations().changed(FILE)).isEmpty();
        assertThat(review.annotations().mark(foreign.id()).orElseThrow().by()).isEqualTo("Smith");

        review.write(Annotations.withdraw(foreign));
        assertThat(review.write(Annotations.takeIn(List.of(foreign)))).isZero();
        assertThat(seenBy(null)).isEmpty();
        assertThat(review.annotations().withdrawn(RECORD, FILE)).containsExactly(foreign.id());
        assertThat(review.annotations().changed(FILE)).containsExactly(foreign.id());
    }

    @Test
    void theTeamNamesWhatColoursMean() {
        review.write(Annotations.mean(YELLOW, "Population"));
        review.write(Annotations.mean(RED, "Outcome"));
        review.write(Annotations.mean(YELLOW, "Participants"));
        review.write(Annotations.mean(RED, ""));

        assertThat(review.annotations().meanings()).containsOnly(java.util.Map.entry(YELLOW, "Participants"));
    }

    private UUID mark(Reviewer who, String comment) {
        return review.write(Annotations.make(
                new Draft(RECORD, FILE, who.id(), AnnotationKind.HIGHLIGHT, YELLOW, ANCHOR, comment, null, "")));
    }

    private String comment(UUID id) {
        return review.annotations().mark(id).orElseThrow().comment();
    }

    private List<String> found(String words) {
        return comments(AnnotationQuery.everything().withWords(words), null);
    }

    private List<String> seenBy(@Nullable Reviewer who) {
        return comments(AnnotationQuery.of(RECORD), who);
    }

    private List<String> comments(AnnotationQuery query, @Nullable Reviewer who) {
        return review.annotations().find(query, who == null ? null : who.id()).stream()
                .map(Annotation::comment)
                .toList();
    }

    private void decide(Reviewer who, @Nullable Verdict verdict) {
        review.write(Decisions.decide(new NewDecision(RECORD, Stage.FULL_TEXT, who.id(), verdict, null, false)));
    }
}
