package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.fulltext.Attaching;
import org.winnow.fulltext.Ocr;
import org.winnow.fulltext.PaperFixture;
import org.winnow.fulltext.reading.Anchors;
import org.winnow.fulltext.reading.OpenPdf;
import org.winnow.fulltext.reading.TextLayer;
import org.winnow.model.AnnotationKind;
import org.winnow.model.MarkColour;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.SourceKind;
import org.winnow.store.Annotations;
import org.winnow.store.NewReview;
import org.winnow.store.Review;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.TestReview;
import org.winnow.work.Progress;

/** Searching all full texts and annotations, and marks that were made in another file of the same report. */
@InTheWindow
class SearchRoomTest {
    private static final RecordId SECOND = new RecordId(2);

    @TempDir
    Path folder;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1000, 700);

    /** Two reports; Ben has marked a sentence of the second in another printing of it, and one that only that has. */
    @BeforeEach
    void openAReviewOfTwoReports() {
        Path file = folder.resolve("two.winnow");
        try (Review review =
                Review.create(file, new NewReview("Two reports", List.of("Ada", "Ben"), 2), Clock.systemUTC())) {
            TestReview.importTitles(review, "Colleagues", SourceKind.OTHER, "On falls", "On sleep");
            Attaching attaching = new Attaching(review, null, Ocr.installed(""));
            attaching.attach(
                    PaperFixture.paper()
                            .line(60, 100, 10, false, "Falls were rare.")
                            .save(folder.resolve("falls.pdf")),
                    new RecordId(1),
                    Progress.NONE);
            attaching.attach(
                    PaperFixture.paper()
                            .line(60, 100, 10, false, "Nothing on the first page.")
                            .nextPage()
                            .line(60, 300, 10, false, "In the end melatonin lengthened the sleep of")
                            .line(60, 312, 10, false, "forty adults by an hour.")
                            .save(folder.resolve("sleep.pdf")),
                    SECOND,
                    Progress.NONE);
            Path printing = PaperFixture.paper()
                    .line(90, 500, 12, false, "In the end, melatonin lengthened the sleep of forty adults")
                    .line(90, 515, 12, false, "by an hour. Nobody else has this melatonin.")
                    .save(folder.resolve("printing.pdf"));
            Reviewer ben = review.reviewers().named("Ben").orElseThrow();
            try (OpenPdf pdf = OpenPdf.open(printing, "")) {
                TextLayer page = pdf.text(1, Progress.NONE);
                mark(review, ben, page, "In the end, melatonin lengthened the sleep of forty adults\nby an hour.");
                mark(review, ben, page, "Nobody else has this melatonin.");
            }
        }
        fixture.open(file);
        fixture.go("reader");
    }

    private static void mark(Review review, Reviewer by, TextLayer page, String words) {
        int at = page.text().indexOf(words);
        review.write(Annotations.make(new Annotations.Draft(
                SECOND,
                "another printing",
                by.id(),
                AnnotationKind.HIGHLIGHT,
                MarkColour.PALETTE.get(1),
                Anchors.of(page, at, at + words.length()),
                "",
                null,
                "")));
    }

    @Test
    void aHitInAnotherReportIsOpenedWhereItStandsAndMarkedThere() {
        fixture.robot().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F).release(KeyCode.F);
        fixture.robot().release(KeyCode.SHIFT, KeyCode.CONTROL);
        fixture.robot().interact(() -> {});
        fixture.robot().lookup("#search-words").queryTextInputControl().setText("adult melatonin");
        fixture.settle();
        ListView<?> list = fixture.robot().lookup("#search-places").queryListView();
        assertThat(list.getItems()).as("Ben's marks stay hidden").hasSize(1);
        fixture.robot().interact(() -> list.getSelectionModel().select(0));
        fixture.settle();
        assertThat(fixture.robot().lookup(".hit-current").queryAll()).hasSize(2);
        assertThat(fixture.shows("#page-2")).isTrue();
        assertThat(fixture.texts()).contains("On sleep");
    }

    @Test
    void marksOfAnotherPrintingAreShownWhereTheirWordsStandAndSaidToBeLostElsewhere() {
        ChoiceBox<?> queue = fixture.robot().lookup("#queue-choice").queryAs(ChoiceBox.class);
        fixture.robot().interact(() -> queue.getSelectionModel().selectLast());
        fixture.settle();
        fixture.robot().type(KeyCode.J);
        fixture.settle();
        fixture.robot().type(KeyCode.M);
        fixture.settle();
        fixture.robot().clickOn("#side-shown");
        fixture.robot().clickOn("#side-marks");
        fixture.settle();
        ListView<?> list = fixture.robot().lookup("#marks").queryListView();
        assertThat(list.getItems()).hasSize(2);
        fixture.robot().interact(() -> list.getSelectionModel().select(1));
        fixture.settle();
        assertThat(fixture.robot().lookup(".annotation-highlight").queryAll())
                .as("its two lines on page 2")
                .hasSize(2);
        assertThat(fixture.texts())
                .contains("Made in another file of this report; its words were not found in this one");
    }
}
