package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.SourceKind;
import org.winnow.store.NewReview;
import org.winnow.store.Notes.Note;
import org.winnow.store.Review;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.TestReview;

/** Making, opening, leaving and closing reviews in the real window. */
@InTheWindow
class OpeningAndClosingTest {
    @TempDir
    Path folder;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1000, 700);

    private Path file;

    @BeforeEach
    void openTheWindow() {
        file = folder.resolve("two.winnow");
        try (Review review = Review.create(file, new NewReview("Two records", List.of("Ada"), 1), Clock.systemUTC())) {
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "One", "Two");
        }
    }

    @Test
    void aFormSaysWhatIsMissingAndGoesThereInsteadOfGreyingItsButton() {
        Platform.runLater(() -> fixture.window().newReview());
        WindowFixture.waitFor(() -> fixture.shows("#new-title"));
        fixture.robot()
                .interact(() ->
                        fixture.robot().lookup("#dialog-yes").queryButton().fire());

        assertThat(fixture.texts()).contains("Give the review a title; it can be changed later.");
        TextField title = fixture.robot().lookup("#new-title").queryAs(TextField.class);
        assertThat(title.getScene().getFocusOwner()).isEqualTo(title);
        WindowFixture.waitFor(() -> title.getStyleClass().contains("wrong"));
        fixture.robot().interact(() -> title.setText("Sepsis"));
        assertThat(fixture.texts()).doesNotContain("Give the review a title; it can be changed later.");
        fixture.robot().interact(() -> title.getScene().getWindow().hide());
    }

    @Test
    void theFirstFieldOfAFormIsReadyForTyping() {
        Platform.runLater(() -> fixture.window().newReview());
        WindowFixture.waitFor(() -> fixture.shows("#new-title"));
        TextField title = fixture.robot().lookup("#new-title").queryAs(TextField.class);
        WindowFixture.waitFor(title::isFocused);
        fixture.robot().interact(() -> title.getScene().getWindow().hide());
    }

    @Test
    void askedTwiceTheStartPageOpensAReviewOnceAndSaysWhatItIsAt() {
        fixture.robot().interact(() -> {
            fixture.window().open(file);
            assertThat(fixture.texts()).contains("Opening two.winnow\u2026");
            fixture.window().open(file);
        });
        fixture.settle();
        assertThat(fixture.window().openReviewNow()).isNotNull();
        assertThat(javafx.stage.Window.getWindows()).hasSize(1);
    }

    @Test
    void aBackupIsMadeByItselfAndRestoredFromTheStartPage() {
        fixture.open(file);
        fixture.go("title-abstract");
        fixture.robot().type(KeyCode.I);
        fixture.settle();
        fixture.robot().interact(() -> fixture.window().closeReview());
        fixture.settle();

        Platform.runLater(
                () -> fixture.robot().lookup("#start-restore").queryButton().fire());
        WindowFixture.waitFor(() -> fixture.shows("#restore-backup"));
        fixture.robot()
                .interact(() ->
                        fixture.robot().lookup("#dialog-yes").queryButton().fire());
        WindowFixture.waitFor(() -> fixture.window().openReviewNow() != null);
        fixture.settle();

        assertThat(fixture.review()
                        .standing()
                        .at(org.winnow.model.Stage.TITLE_ABSTRACT)
                        .of(Outcome.INCLUDE))
                .isZero();
        assertThat(folder.toFile().list((dir, name) -> name.contains(".before-restore-")))
                .hasSize(1);
    }

    @Test
    void whatWasTypedJustBeforeClosingIsKeptAndTheSameReviewOpensAtOnceAgain() {
        fixture.open(file);
        fixture.go("title-abstract");
        fixture.robot().type(KeyCode.I);
        fixture.settle();
        fixture.robot().type(KeyCode.N).write("read on", 0);
        fixture.robot().interact(() -> {
            fixture.window().closeReview();
            fixture.window().open(file);
        });
        WindowFixture.waitFor(() -> fixture.window().openReviewNow() != null);
        fixture.settle();

        assertThat(fixture.review().notes().on(new RecordId(2)))
                .extracting(Note::text)
                .containsExactly("read on");
        assertThat(fixture.review().check()).isEmpty();
    }

    @Test
    void quittingInTheMiddleOfANoteWaitsUntilItIsOnTheDisk() {
        fixture.open(file);
        fixture.go("title-abstract");
        fixture.robot().type(KeyCode.N).write("not lost", 0);
        fixture.robot().interact(() -> {
            fixture.window().leaveEverything();
            fixture.stage().hide();
        });
        fixture.window().finish();

        assertThat(Files.exists(folder.resolve("two.winnow-wal"))).isFalse();
        try (Review review = Review.open(file, Clock.systemUTC())) {
            assertThat(review.notes().on(new RecordId(1)))
                    .extracting(Note::text)
                    .containsExactly("not lost");
        }
    }
}
