package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import org.winnow.fulltext.PaperFixture;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Attachments.Attachment;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Retrievals.Said;
import org.winnow.store.Retrievals.Wanted;
import org.winnow.store.Review;
import org.winnow.store.SourceCount;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.TestReview;

/** Full texts are got in the real window: PDFs find their reports, a person places the rest and says what cannot be had. */
@InTheWindow
class RetrievalScreenTest {
    private static final String[] TITLES = {
        "Coffee before sleep: a randomised controlled trial in offices",
        "Tea after lunch in four offices",
        "Naps of nurses on night shift",
        "Editorial"
    };

    @TempDir
    Path folder;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1000, 700);

    private Path pdfs = Path.of("");

    @BeforeEach
    void aReviewWithReportsAndAFolderOfPdfs() throws Exception {
        Path file;
        try (Review review = TestReview.create(folder, "Ada Lovelace")) {
            file = review.file();
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, TITLES);
            for (int i = 1; i <= TITLES.length; i++) {
                review.write(Decisions.decide(new NewDecision(
                        new RecordId(i), Stage.TITLE_ABSTRACT, new ReviewerId(1), Verdict.INCLUDE, null, false)));
            }
        }
        pdfs = Files.createDirectories(folder.resolve("pdfs"));
        paper(TITLES[0]).save(pdfs.resolve("1.pdf"));
        paper("Naps of all nurses who work at night").save(pdfs.resolve("2.pdf"));
        Files.writeString(pdfs.resolve("3.pdf"), "<html>");
        fixture.open(file);
    }

    private static PaperFixture paper(String title) {
        return PaperFixture.paper()
                .line(60, 90, 16, true, title)
                .line(60, 130, 11, false, "Ada Byron")
                .line(60, 160, 10, false, "Caffeine was given in capsules of two hundred milligrams.");
    }

    private void fire(String query) {
        fixture.robot()
                .interact(() ->
                        fixture.robot().lookup(query).queryAs(ButtonBase.class).fire());
        fixture.settle();
    }

    private void press(KeyCode key) {
        fixture.robot().push(key);
        fixture.settle();
    }

    private List<Wanted> reports() {
        return fixture.review().retrievals().wanted();
    }

    @Test
    void whatAnIncludedReportCitesIsListedAndTheChosenComeIn() {
        Path cites = paper(TITLES[0])
                .line(60, 200, 13, true, "References")
                .line(60, 230, 10, false, "1. Smith J, Doe A. Coffee and sleep in offices. J Sleep. 2010;1:4-5.")
                .line(60, 242, 10, false, "2. Roe R. " + TITLES[1] + ". J Work. 2011;2:6-7.")
                .line(60, 254, 10, false, "3. Poe E. Ravens over the houses of the poor. J Birds. 2012;3:8-9.")
                .save(folder.resolve("cites.pdf"));
        fixture.robot().interact(() -> fixture.window().openReviewNow().shell().drop(List.of(cites)));
        fixture.settle();
        fixture.review()
                .write(Decisions.decide(new NewDecision(
                        new RecordId(1), Stage.FULL_TEXT, new ReviewerId(1), Verdict.INCLUDE, null, false)));
        fire("#cited-page");
        fire("#cited-find");
        assertThat(fixture.texts()).contains("The review has it: record 2", "Take 2 records in");
        fire("#cited-take");

        assertThat(fixture.review().sources().counts())
                .extracting(SourceCount::records)
                .contains(2L);
        assertThat(fixture.texts()).contains(TITLES[1]).doesNotContain("Coffee and sleep in offices");
        fixture.robot().interact(() -> {
            ListView<?> works = fixture.robot().lookup("#cited-works").queryListView();
            works.getSelectionModel().select(0);
            works.requestFocus();
        });
        press(KeyCode.SPACE);
        fire("#cited-take");
        fire("#cited-look");
        assertThat(fixture.texts()).contains("3 references in one report.", "Nothing new");
    }

    @Test
    void aLockedFileAsksForItsPasswordAndSaysWhenItIsWrong() throws Exception {
        Path locked = paper(TITLES[1]).saveWithPassword(folder.resolve("locked.pdf"), "sesame");
        fixture.robot().interact(() -> fixture.window().openReviewNow().shell().drop(List.of(locked)));
        fixture.settle();
        fire("#attach-page");
        Platform.runLater(() -> fixture.robot()
                .lookup("#attach-unlock")
                .queryAs(ButtonBase.class)
                .fire());
        answer("open me", "locked.pdf is encrypted");
        WindowFixture.waitFor(() -> fixture.texts().stream().anyMatch(t -> t.startsWith("This password does not")));
        answer("sesame", "locked.pdf is encrypted");
        WindowFixture.waitFor(() -> fixture.shows("#attach-empty"));
        fixture.settle();

        assertThat(fixture.review().attachments().of(new RecordId(2)))
                .extracting(Attachment::fileName)
                .containsExactly("locked.pdf");
    }

    private void answer(String password, String headline) {
        WindowFixture.waitFor(
                () -> fixture.shows("#file-password") && fixture.texts().contains(headline));
        fixture.robot().interact(() -> fixture.robot()
                .lookup("#file-password")
                .queryTextInputControl()
                .setText(password));
        Platform.runLater(() ->
                fixture.robot().lookup("#dialog-yes").queryAs(ButtonBase.class).fire());
    }

    @Test
    void pdfsDroppedAnywhereFindTheirReportsAndAPersonPlacesTheRest() {
        fixture.go("import");
        fixture.robot().interact(() -> fixture.window().openReviewNow().shell().drop(List.of(pdfs)));
        fixture.settle();

        assertThat(fixture.shows("#retrieval-screen")).isTrue();
        assertThat(reports().get(0).files()).isEqualTo(1);
        assertThat(reports().get(0).said().state()).isEqualTo(Retrieval.RETRIEVED);
        assertThat(fixture.text("#attach-page")).isEqualTo("To place (2)");

        fire("#attach-page");
        assertThat(fixture.robot()
                        .lookup("#attach-picture")
                        .queryAs(ImageView.class)
                        .getImage())
                .isNotNull();
        fixture.robot().interact(() -> fixture.robot()
                .lookup("#attach-search")
                .queryAs(TextInputControl.class)
                .setText("nurses night"));
        fixture.settle();
        fixture.robot()
                .interact(() -> fixture.robot().lookup("#attach-files").query().requestFocus());
        press(KeyCode.DIGIT1);

        assertThat(fixture.review().attachments().of(new RecordId(3)))
                .extracting(Attachment::fileName)
                .containsExactly("2.pdf");
        assertThat(fixture.text("#attach-page")).isEqualTo("To place (1)");
        press(KeyCode.S);
        assertThat(fixture.shows("#attach-empty")).isTrue();
    }

    @Test
    void whatCannotBeHadIsSaidOfManyAtOnceWithWhy() {
        fixture.go("retrieval");
        TableView<?> table = fixture.robot().lookup("#retrieval-table").queryAs(TableView.class);
        fixture.robot().interact(() -> {
            table.getSelectionModel().clearSelection();
            table.getSelectionModel().selectIndices(1, 3);
            table.requestFocus();
        });
        fixture.robot().push(KeyCode.N);
        WaitForAsyncUtils.waitForFxEvents();
        fixture.robot().interact(() -> fixture.robot()
                .lookup("#retrieval-why")
                .queryAs(TextInputControl.class)
                .setText("No subscription"));
        fire("#dialog-yes");

        Said said = new Said(Retrieval.NOT_RETRIEVED, "No subscription", "");
        assertThat(reports())
                .extracting(Wanted::said)
                .containsExactly(Said.of(Retrieval.SOUGHT), said, Said.of(Retrieval.SOUGHT), said);
        fixture.review().undo();
        fixture.settle();
        assertThat(reports()).allMatch(r -> r.said().state() == Retrieval.SOUGHT);
    }

    @Test
    void reportsAreJoinedToOneStudyAndSplitAgain() {
        for (long i = 1; i <= 2; i++) {
            fixture.review()
                    .write(Decisions.decide(new NewDecision(
                            new RecordId(i), Stage.FULL_TEXT, new ReviewerId(1), Verdict.INCLUDE, null, false)));
        }
        fixture.go("retrieval");
        study("Trial A");
        assertThat(fixture.texts()).contains("Trial A");
        assertThat(fixture.review().studies().included())
                .allMatch(r -> r.studies().equals(List.of("Trial A")));
        study("");
        assertThat(fixture.review().studies().included())
                .allMatch(r -> r.studies().isEmpty());
    }

    private void study(String name) {
        TableView<?> table = fixture.robot().lookup("#retrieval-table").queryAs(TableView.class);
        fixture.robot().interact(() -> {
            table.getSelectionModel().clearSelection();
            table.getSelectionModel().selectIndices(0, 1);
            table.requestFocus();
        });
        fixture.robot().push(KeyCode.Y);
        WaitForAsyncUtils.waitForFxEvents();
        fixture.robot().interact(() -> fixture.robot()
                .lookup("#study-name")
                .queryAs(TextInputControl.class)
                .setText(name));
        fire("#dialog-yes");
    }
}
