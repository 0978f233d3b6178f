package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.dfllm.dataset.Item;
import org.winnow.dfllm.dataset.Items;
import org.winnow.fulltext.PaperFixture;
import org.winnow.fulltext.PdfFolder;
import org.winnow.model.Anchor;
import org.winnow.model.Annotation;
import org.winnow.model.AnnotationKind;
import org.winnow.model.Criterion;
import org.winnow.model.MarkColour;
import org.winnow.model.Quad;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.SourceKind;
import org.winnow.report.ReportPackage;
import org.winnow.store.AnnotationQuery;
import org.winnow.store.Annotations;
import org.winnow.store.Attachments;
import org.winnow.store.Attachments.NewDocument;
import org.winnow.store.Criteria;
import org.winnow.store.NewReview;
import org.winnow.store.Review;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.TestReview;
import org.winnow.work.Progress;

/** Marking sentences in the real window and keeping them with the reason. */
@InTheWindow
class MarksRoomTest {
    private static final RecordId PAPER = new RecordId(1);

    @TempDir
    Path folder;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1000, 700);

    @BeforeEach
    void openAReviewWithAPaperThatBenHasMarked() {
        Path file = folder.resolve("two.winnow");
        try (Review review =
                Review.create(file, new NewReview("Two reports", List.of("Ada", "Ben"), 2), Clock.systemUTC())) {
            TestReview.importTitles(review, "Colleagues", SourceKind.OTHER, "A paper", "Another");
            review.write(Criteria.ensure("Wrong population"));
            review.write(Criteria.ensure("Wrong design"));
            PaperFixture paper = PaperFixture.paper();
            for (int i = 0; i < 12; i++) {
                paper.line(60, 100 + 12 * i, 10, false, "Sentence number " + i + " is here.");
            }
            String sha256 = new PdfFolder(file).keep(paper.save(folder.resolve("paper.pdf")));
            review.write(Attachments.attach(
                    PAPER, "paper.pdf", "chosen by a person", new NewDocument(sha256, 1, false, List.of("t")), null));
            Reviewer ben = review.reviewers().named("Ben").orElseThrow();
            review.write(Annotations.make(new Annotations.Draft(
                    PAPER,
                    sha256,
                    ben.id(),
                    AnnotationKind.HIGHLIGHT,
                    MarkColour.PALETTE.get(1),
                    Anchor.at(1, Quad.upright(60, 600, 200, 612)),
                    "",
                    null,
                    "")));
        }
        fixture.open(file);
        fixture.go("reader");
    }

    @Test
    void whatIsSelectedIsHighlightedWithItsWordsAndUndoTakesItAway() {
        selectFirstLine();
        press(KeyCode.H);
        Annotation mark = mine().get(0);
        assertThat(mark.kind()).isEqualTo(AnnotationKind.HIGHLIGHT);
        assertThat(mark.anchor().quote()).isEqualTo("Sentence number 0 is here.");
        assertThat(mark.anchor().suffix()).startsWith(" Sentence number 1");
        assertThat(mark.anchor().quads()).hasSize(1);
        assertThat(drawn("annotation-highlight")).isEqualTo(1);
        fixture.fire("menu-undo");
        assertThat(mine()).isEmpty();
        assertThat(drawn("annotation-highlight")).isZero();
    }

    @Test
    void wordsThatAreSelectedWhileAReportIsExcludedAreKeptWithTheReason() {
        selectFirstLine();
        press(KeyCode.DIGIT2);
        Criterion criterion = mine().get(0).criterion();
        assertThat(criterion).isNotNull();
        assertThat(criterion.label()).isEqualTo("Wrong design");
        assertThat(fixture.review().decisions().current(PAPER, org.winnow.model.Stage.FULL_TEXT))
                .anyMatch(d -> criterion.equals(d.reason()));
        assertThat(report("tables/excluded.csv")).contains("Wrong design,“Sentence number 0 is here.” (page 1)");
        List<String> trail = new ArrayList<>();
        fixture.review().auditTrail().events(event -> trail.add(event.what()));
        assertThat(trail).contains("highlight, page 1 (Wrong design): Sentence number 0 is here.");
        fixture.fire("menu-undo");
        assertThat(mine()).isEmpty();
        assertThat(fixture.review().decisions().current(PAPER, org.winnow.model.Stage.FULL_TEXT))
                .isEmpty();
    }

    @Test
    void aQuestionIsWrittenBesideThePassageThatAnswersIt() {
        selectFirstLine();
        press(KeyCode.Q);
        fixture.robot().interact(() -> fixture.robot().lookup("#pages").query().requestFocus());
        press(KeyCode.ESCAPE);
        assertThat(fixture.shows("#question-text")).isFalse();
        press(KeyCode.Q);
        fixture.robot().clickOn("#question-text").write("Which sentence comes first?", 0);
        fixture.fire("theme-dark");
        fixture.picture("reader-question");
        fixture.robot().clickOn("#question-keep");
        fixture.settle();
        Item item = Items.of(fixture.review()).values().iterator().next();
        assertThat(item.question()).isEqualTo("Which sentence comes first?");
        assertThat(item.answer()).isEqualTo("Sentence number 0 is here.");
        assertThat(item.author() + " " + item.level() + " " + item.state()).isEqualTo("Ada SECTION ACCEPTED");
        assertThat(item.evidence().getFirst().quote()).isEqualTo("Sentence number 0 is here.");
        assertThat(item.evidence().getFirst().end())
                .isEqualTo(item.evidence().getFirst().start()
                        + item.evidence().getFirst().quote().length());
        fixture.picture("reader-questions");
    }

    @Test
    void othersMarksAreSeenOnceOnesOwnDecisionIsTaken() {
        assertThat(drawn("annotation-highlight")).isZero();
        press(KeyCode.M);
        fixture.robot().clickOn("#previous-report");
        fixture.settle();
        assertThat(drawn("annotation-highlight")).isEqualTo(1);
    }

    @Test
    void notesAndAreasArePlacedByMouseAndACommentIsKept() {
        press(KeyCode.N);
        fixture.robot().moveTo(at(300, 300)).press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
        fixture.settle();
        press(KeyCode.A);
        fixture.robot()
                .moveTo(at(300, 350))
                .press(MouseButton.PRIMARY)
                .moveTo(at(400, 400))
                .release(MouseButton.PRIMARY);
        fixture.settle();
        assertThat(mine()).extracting(Annotation::kind).containsExactly(AnnotationKind.NOTE, AnnotationKind.AREA);
        Quad area = mine().get(1).anchor().quads().get(0);
        assertThat(area.right() - area.left()).isBetween(97f, 103f);

        fixture.robot().clickOn("#side-shown");
        fixture.robot().clickOn("#side-marks");
        fixture.settle();
        ListView<?> list = fixture.robot().lookup("#marks").queryAs(ListView.class);
        assertThat(list.getItems()).hasSize(2);
        fixture.robot().interact(() -> list.getSelectionModel().select(0));
        fixture.robot().clickOn("#mark-comment").write("look at this", 0);
        fixture.robot().clickOn("#give-5fb236");
        fixture.settle();
        assertThat(mine().get(0).comment()).isEqualTo("look at this");
        assertThat(mine().get(0).colour()).isEqualTo(MarkColour.PALETTE.get(2));
        assertThat(fixture.robot()
                        .lookup("#mark-comment")
                        .queryAs(TextArea.class)
                        .getText())
                .isEqualTo("look at this");
        fixture.robot().clickOn("#mark-delete");
        fixture.settle();
        assertThat(mine()).extracting(Annotation::kind).containsExactly(AnnotationKind.AREA);
    }

    private String report(String file) {
        return new String(ReportPackage.of(fixture.review(), Progress.NONE).get(file), StandardCharsets.UTF_8);
    }

    private void selectFirstLine() {
        fixture.robot()
                .press(KeyCode.SHIFT)
                .type(KeyCode.RIGHT)
                .type(KeyCode.END)
                .release(KeyCode.SHIFT);
        fixture.settle();
    }

    private Point2D at(double x, double y) {
        Node page = fixture.robot().lookup("#page-1").query();
        double scale = page.getLayoutBounds().getWidth() / 595.28;
        return page.localToScreen(x * scale, y * scale);
    }

    private int drawn(String style) {
        return fixture.robot().lookup("." + style).queryAll().size();
    }

    private List<Annotation> mine() {
        Reviewer ada = fixture.review().reviewers().named("Ada").orElseThrow();
        return fixture.review().annotations().find(AnnotationQuery.of(PAPER).by(ada.id()), null);
    }

    private void press(KeyCode key) {
        fixture.robot().type(key);
        fixture.settle();
    }
}
