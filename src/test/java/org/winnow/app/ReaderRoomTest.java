package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import org.winnow.fulltext.PaperFixture;
import org.winnow.fulltext.PdfFolder;
import org.winnow.fulltext.reading.BookFixture;
import org.winnow.model.BibRecord;
import org.winnow.model.Decision;
import org.winnow.model.RecordId;
import org.winnow.model.SourceKind;
import org.winnow.store.Attachments;
import org.winnow.store.Attachments.NewDocument;
import org.winnow.store.Criteria;
import org.winnow.store.NewReview;
import org.winnow.store.Review;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.TestReview;

/** Reading and deciding in the real window, with the keyboard and the mouse. */
@InTheWindow
class ReaderRoomTest {
    @TempDir
    Path folder;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1000, 700);

    /** A book of 2,000 pages, a paper in two columns, an encrypted file, a broken one, and a report without a file. */
    @BeforeEach
    void openAReviewOfFiveReports() throws IOException {
        Path file = folder.resolve("five.winnow");
        try (Review review = Review.create(file, new NewReview("Five reports", List.of("Ada"), 1), Clock.systemUTC())) {
            TestReview.importRecords(
                    review,
                    "Colleagues",
                    SourceKind.OTHER,
                    IntStream.rangeClosed(1, 5)
                            .mapToObj(i -> BibRecord.builder()
                                    .title("Report number " + i)
                                    .raw("r")
                                    .build())
                            .toList());
            review.write(Criteria.ensure("Wrong population"));
            review.write(Criteria.ensure("Wrong design"));
            attach(review, 1, BookFixture.book(folder.resolve("book.pdf"), 2_000));
            attach(review, 2, twoColumns());
            attach(
                    review,
                    3,
                    PaperFixture.paper()
                            .line(60, 100, 10, false, "secret")
                            .saveWithPassword(folder.resolve("locked.pdf"), "sesame"));
            attach(
                    review,
                    4,
                    Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7\nnothing more"),
                    new NewDocument("", 1, true, List.of("")));
        }
        fixture.open(file);
        fixture.go("reader");
    }

    private void attach(Review review, long record, Path pdf) {
        attach(review, record, pdf, new NewDocument("", 1, false, List.of("text")));
    }

    private void attach(Review review, long record, Path pdf, NewDocument of) {
        String sha256 = new PdfFolder(review.file()).keep(pdf);
        review.write(Attachments.attach(
                new RecordId(record),
                String.valueOf(pdf.getFileName()),
                "chosen by a person",
                new NewDocument(sha256, of.bytes(), of.scanned(), of.pages()),
                null));
    }

    private Path twoColumns() {
        PaperFixture paper = PaperFixture.paper();
        for (int i = 0; i < 12; i++) {
            paper.line(60, 100 + 12 * i, 10, false, "left column, line number " + i)
                    .line(320, 100 + 12 * i, 10, false, "right column, line number " + i);
        }
        return paper.save(folder.resolve("two.pdf"));
    }

    @Test
    void aReportIsReadAndDecidedByNumberKeyAndTheNextOneOpensAndUndoComesBack() {
        assertThat(shown()).isEqualTo("Report number 1");
        assertThat(pagesInTheWindow()).contains("page-1").hasSizeLessThan(5);
        assertThat(fixture.robot()
                        .lookup("#page-1 .image-view")
                        .queryAs(ImageView.class)
                        .getImage())
                .isNotNull();
        press(KeyCode.DIGIT2);
        assertThat(verdict(1)).isEqualTo("exclude Wrong design");
        assertThat(shown()).isEqualTo("Report number 2");
        press(KeyCode.I);
        assertThat(verdict(2)).isEqualTo("include");
        fixture.fire("menu-undo");
        fixture.fire("menu-undo");
        assertThat(shown()).isEqualTo("Report number 1");
        assertThat(verdict(1)).isEqualTo("none");
    }

    @Test
    void twoThousandPagesAreGoneThroughWithAFewNodesAndThePageIsKnown() {
        press(KeyCode.END);
        assertThat(page()).isEqualTo("2000");
        assertThat(pagesInTheWindow()).contains("page-2000").hasSizeLessThan(5);
        shortcut(KeyCode.G);
        fixture.robot().write("1234", 0).type(KeyCode.ENTER);
        fixture.settle();
        assertThat(page()).isEqualTo("1234");
        press(KeyCode.PAGE_UP);
        press(KeyCode.PAGE_UP);
        assertThat(Integer.parseInt(page())).isBetween(1231, 1233);
        press(KeyCode.HOME);
        assertThat(page()).isEqualTo("1");
        assertThat(pagesInTheWindow()).hasSizeLessThan(5);
    }

    @Test
    void wordsAreFoundInTheWholeFileAndKeysGoFromPlaceToPlace() {
        shortcut(KeyCode.F);
        fixture.robot().write("page 77", 0);
        fixture.settle();
        assertThat(fixture.text("#hit-count")).isEqualTo("1 of 11");
        assertThat(page()).isEqualTo("77");
        press(KeyCode.ENTER);
        assertThat(page()).isEqualTo("770");
        press(KeyCode.F3);
        assertThat(page()).isEqualTo("771");
        assertThat(fixture.robot().lookup(".hit-current").queryAll()).hasSize(1);
        shift(KeyCode.F3);
        shift(KeyCode.F3);
        assertThat(page()).isEqualTo("77");
        fixture.robot().eraseText(7).write("nowhere", 0);
        fixture.settle();
        assertThat(fixture.text("#hit-count")).isEqualTo("Not found");
        assertThat(fixture.robot().lookup(".hit").queryAll()).isEmpty();
    }

    @Test
    void aColumnIsSelectedByMouseAndCopiedInReadingOrder() {
        press(KeyCode.J);
        Bounds pane = fixture.robot()
                .lookup("#page-1")
                .query()
                .localToScreen(fixture.robot().lookup("#page-1").query().getBoundsInLocal());
        double scale =
                fixture.robot().lookup("#page-1").query().getLayoutBounds().getWidth() / 595.28;
        fixture.robot()
                .moveTo(pane.getMinX() + 60 * scale, pane.getMinY() + 96 * scale)
                .press(MouseButton.PRIMARY)
                .moveTo(pane.getMinX() + 240 * scale, pane.getMinY() + 122 * scale)
                .release(MouseButton.PRIMARY);
        fixture.settle();
        shortcut(KeyCode.C);
        assertThat(clipboard())
                .isEqualTo("left column, line number 0 left column, line number 1 left column, line number 2");
        fixture.robot().press(KeyCode.SHIFT).type(KeyCode.UP).release(KeyCode.SHIFT);
        fixture.settle();
        shortcut(KeyCode.C);
        assertThat(clipboard()).isEqualTo("left column, line number 0 left column, line number 1");
        press(KeyCode.ESCAPE);
        assertThat(fixture.robot().lookup(".selected").queryAll()).isEmpty();
    }

    @Test
    void anEncryptedFileAsksForItsPasswordAndABrokenOneIsNamedAndTheWindowGoesOn() {
        press(KeyCode.J);
        press(KeyCode.J);
        assertThat(fixture.shows("#reader-locked")).isTrue();
        fixture.robot().clickOn("#pdf-password").write("wrong", 0).type(KeyCode.ENTER);
        fixture.settle();
        assertThat(fixture.texts()).anyMatch(t -> t.contains("locked.pdf does not open with this password"));
        fixture.robot().clickOn("#pdf-password").write("sesame", 0).type(KeyCode.ENTER);
        fixture.settle();
        assertThat(pagesInTheWindow()).containsExactly("page-1");
        assertThat(fixture.shows("#scan-notice")).isFalse();
        fixture.robot().clickOn("#next-report");
        fixture.settle();
        assertThat(fixture.shows("#reader-broken")).isTrue();
        assertThat(fixture.texts())
                .anyMatch(t -> t.startsWith("broken.pdf ends in the middle"))
                .anyMatch(t -> t.startsWith("A scan: its pages are pictures without words"));
        fixture.robot().clickOn("#next-report");
        fixture.settle();
        assertThat(fixture.shows("#reader-no-file #attach-pdf")).isTrue();
        press(KeyCode.R);
        assertThat(fixture.review().retrievals().of(new RecordId(5)).key()).isEqualTo("not-retrieved");
    }

    @Test
    void linksInTheFileAreFollowedAndThoseThatLeadOutAreShownFirst() {
        Node inside = fixture.robot()
                .lookup(n -> "To page 2000".equals(n.getAccessibleText()))
                .query();
        fixture.robot().interact(inside::requestFocus);
        press(KeyCode.ENTER);
        assertThat(page()).isEqualTo("2000");
        press(KeyCode.HOME);
        Node outside = fixture.robot()
                .lookup(n -> "https://doi.org/10.1000/182".equals(n.getAccessibleText()))
                .query();
        fixture.robot().clickOn(outside);
        WindowFixture.waitFor(() -> fixture.shows("#link-address"));
        assertThat(fixture.robot().lookup("#link-address").queryAs(Label.class).getText())
                .isEqualTo("https://doi.org/10.1000/182");
        fixture.robot().type(KeyCode.ESCAPE);
        fixture.settle();
    }

    @Test
    void pagesAreTurnedPairedDarkenedAndZoomedFromTheKeyboard() {
        double width = widthOfPage();
        shortcut(KeyCode.R);
        assertThat(fixture.robot().lookup("#page-1").query().getLayoutBounds().getHeight())
                .isLessThan(width);
        press(KeyCode.B);
        assertThat(pagesInTheWindow()).contains("page-2");
        press(KeyCode.D);
        assertThat(fixture.robot().lookup("#night").query().getPseudoClassStates())
                .anyMatch(state -> state.getPseudoClassName().equals("selected"));
        press(KeyCode.B);
        double before = widthOfPage();
        shortcut(KeyCode.PLUS);
        assertThat(widthOfPage()).isGreaterThan(before);
        shortcut(KeyCode.DIGIT0);
        assertThat(widthOfPage()).isEqualTo(before);
    }

    @Test
    void whereTheWindowBecomesNarrowOnePaneGoes() {
        fixture.robot().interact(() -> fixture.stage().setWidth(1500));
        fixture.settle();
        for (String shown : List.of("#queue-shown", "#side-shown")) {
            ToggleButton button = fixture.robot().lookup(shown).queryAs(ToggleButton.class);
            fixture.robot().interact(() -> button.setSelected(true));
        }
        fixture.robot().interact(() -> fixture.stage().setWidth(1000));
        WindowFixture.waitFor(() -> !fixture.shows("#reader-side"));
        assertThat(fixture.shows("#reports")).isTrue();
    }

    @Test
    void theListHoldsWhatIsAskedFor() {
        assertThat(listed()).hasSize(5);
        choose(1);
        assertThat(listed()).containsExactly(new RecordId(5));
        choose(2);
        assertThat(listed()).hasSize(4);
        choose(3);
        assertThat(listed()).isEmpty();
        assertThat(fixture.shows("#reader-none-left #all-reports")).isTrue();
        fixture.robot().clickOn("#all-reports");
        fixture.settle();
        assertThat(listed()).hasSize(5);
    }

    private void choose(int queue) {
        fixture.robot().interact(() -> fixture.robot()
                .lookup("#queue-choice")
                .queryAs(ChoiceBox.class)
                .getSelectionModel()
                .select(queue));
        fixture.settle();
    }

    private List<Object> listed() {
        ListView<?> list = fixture.robot().lookup("#reports").queryAs(ListView.class);
        return List.copyOf(list.getItems());
    }

    private double widthOfPage() {
        return fixture.robot().lookup("#page-1").query().getLayoutBounds().getWidth();
    }

    private String shown() {
        return fixture.text("#report-title");
    }

    private String page() {
        return fixture.robot().lookup("#page-number").queryAs(TextField.class).getText();
    }

    private List<String> pagesInTheWindow() {
        return fixture.robot().lookup(".pdf-page").queryAll().stream()
                .map(Node::getId)
                .toList();
    }

    private String clipboard() {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> Clipboard.getSystemClipboard().getString());
    }

    private void press(KeyCode key) {
        fixture.robot().type(key);
        fixture.settle();
    }

    private void shortcut(KeyCode key) {
        fixture.robot().press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
        fixture.settle();
    }

    private void shift(KeyCode key) {
        fixture.robot().press(KeyCode.SHIFT).type(key).release(KeyCode.SHIFT);
        fixture.settle();
    }

    private String verdict(long record) {
        return fixture.review().decisions().current(new RecordId(record), org.winnow.model.Stage.FULL_TEXT).stream()
                .map(ReaderRoomTest::words)
                .findFirst()
                .orElse("none");
    }

    private static String words(Decision decision) {
        return decision.verdict() == null
                ? "none"
                : decision.verdict().key()
                        + (decision.reason() == null
                                ? ""
                                : " " + decision.reason().label());
    }
}
