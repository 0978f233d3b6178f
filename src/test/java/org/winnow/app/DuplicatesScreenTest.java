package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.RecordId;
import org.winnow.model.Source;
import org.winnow.model.SourceKind;
import org.winnow.store.Duplicates.Answer;
import org.winnow.store.Duplicates.DoubtfulPair;
import org.winnow.store.Duplicates.Duplicate;
import org.winnow.store.Merges;
import org.winnow.store.NewReview;
import org.winnow.store.Review;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.Snapshots;
import org.winnow.testkit.TestReview;

/** Going through duplicates in the real window with the keyboard. */
@InTheWindow
class DuplicatesScreenTest {
    @TempDir
    Path folder;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1000, 700);

    @BeforeEach
    void openAReviewWithTwoDoubtfulPairsAndAGroup() {
        Path file = folder.resolve("duplicates.winnow");
        try (Review review = Review.create(file, new NewReview("Duplicates", List.of("Ada"), 1), Clock.systemUTC())) {
            TestReview.importRecords(
                    review, "PubMed", SourceKind.DATABASE, List.of(stroke("Berg", "A."), other(1), other(2)));
            TestReview.importRecords(review, "Embase", SourceKind.DATABASE, List.of(fuller(), another(), other(2)));
            TestReview.importRecords(review, "Scopus", SourceKind.DATABASE, List.of(stroke("Berg", "Anna")));
            review.write(Merges.found(
                    List.of(merged(4, 1), merged(7, 1)), List.of(doubtful(2, 5, 0.9), doubtful(3, 6, 0.6)), Set.of()));
        }
        fixture.open(file);
        fixture.go("duplicates");
    }

    @Test
    void keysAnswerAndTheNextLineComes() {
        fixture.picture("duplicates-pair");
        press(KeyCode.S);
        assertThat(keepers()).containsEntry(5L, 2L);
        press(KeyCode.D);
        assertThat(review().duplicates().pairs(Answer.DIFFERENT))
                .extracting(p -> p.a() + "-" + p.b())
                .containsExactly("3-6");
        fixture.picture("duplicates-group");
        assertThat(fixture.text("#pick-1")).isEqualTo("PubMed, line 1");

        press(KeyCode.DIGIT3);
        press(KeyCode.K);
        assertThat(keepers()).isEqualTo(Map.of(1L, 7L, 4L, 7L, 5L, 2L));

        fixture.fire("menu-undo");
        press(KeyCode.DIGIT2);
        press(KeyCode.D);
        assertThat(keepers()).isEqualTo(Map.of(7L, 1L, 5L, 2L));
    }

    @Test
    void laterGoesOnWithoutAnswering() {
        press(KeyCode.L);
        press(KeyCode.S);
        assertThat(keepers()).containsEntry(6L, 3L).doesNotContainKey(5L);
    }

    @Test
    void likelyPairsAreAcceptedAboveAThresholdWhoseErrorIsSaid() {
        dialog("#accept-likely", () -> {
            slider().setValue(0.5);
            assertThat(fixture.text("#expected-error"))
                    .isEqualTo("2 pairs of 2 would be accepted; about 0.5 of them are expected to be wrong.");
            slider().setValue(0.8);
        });
        assertThat(keepers()).containsEntry(5L, 2L).doesNotContainKey(6L);
        assertThat(fixture.menu("menu-undo").getText()).isEqualTo("Undo Accept likely pairs");
    }

    @Test
    void mergesAreTakenBackTogether() {
        press(KeyCode.S);
        menu("take-back", () -> {});
        assertThat(keepers()).isEqualTo(Map.of(5L, 2L));

        menu("take-back", () -> fixture.robot()
                .lookup("#take-back-all")
                .queryAs(RadioButton.class)
                .setSelected(true));
        assertThat(keepers()).isEmpty();
        assertThat(review().duplicates().pairs(Answer.OPEN)).hasSize(2);
    }

    @Test
    void theOrderOfSourcesDecidesWhichRecordIsKept() {
        menu("prefer-sources", () -> {
            ListView<Source> list = fixture.robot().lookup("#preferred-sources").queryListView();
            list.getSelectionModel().select(2);
            fixture.robot().lookup("#prefer-up").queryButton().fire();
            fixture.robot().lookup("#prefer-up").queryButton().fire();
        });
        assertThat(keepers()).isEqualTo(Map.of(1L, 7L, 4L, 7L));
        assertThat(review().sources().preferred().get(0))
                .isEqualTo(review().sources().all().get(2).id());
    }

    @Test
    void theScreenIsDrawnLargeAndDark() {
        press(KeyCode.L);
        press(KeyCode.L);
        fixture.robot().interact(() -> {
            fixture.stage().setWidth(1260);
            fixture.stage().setHeight(780);
        });
        fixture.fire("theme-dark");
        fixture.picture("duplicates-group-dark");
        fixture.fire("theme-light");
    }

    private void menu(String item, Runnable inTheDialog) {
        MenuButton more = fixture.robot().lookup("#duplicates-more").queryAs(MenuButton.class);
        Platform.runLater(() -> more.getItems().stream()
                .filter(i -> item.equals(i.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
        confirm(item, inTheDialog);
    }

    private void dialog(String button, Runnable inTheDialog) {
        Platform.runLater(() -> fixture.robot().lookup(button).queryButton().fire());
        confirm(button.substring(1), inTheDialog);
    }

    private void confirm(String name, Runnable inTheDialog) {
        WindowFixture.waitFor(() -> fixture.shows("#dialog-yes"));
        fixture.robot().interact(inTheDialog);
        fixture.robot()
                .interact(() ->
                        Snapshots.save(fixture.robot().lookup("#dialog").query().getScene(), "dialog-" + name));
        fixture.robot().clickOn("#dialog-yes");
        fixture.settle();
    }

    private Slider slider() {
        return fixture.robot().lookup("#least-likely").queryAs(Slider.class);
    }

    private void press(KeyCode key) {
        fixture.robot().type(key);
        fixture.settle();
    }

    private Review review() {
        return fixture.review();
    }

    private Map<Long, Long> keepers() {
        return review().duplicates().all().stream()
                .collect(Collectors.toMap(
                        d -> d.record().value(), d -> d.keeper().value()));
    }

    private static Duplicate merged(long record, long keeper) {
        return new Duplicate(
                new RecordId(record), new RecordId(keeper), true, "Same title; authors, year and pages agree");
    }

    private static DoubtfulPair doubtful(long a, long b, double score) {
        String why = "Titles differ in some words; authors and journal agree; years differ by 1";
        return new DoubtfulPair(new RecordId(a), new RecordId(b), score, why, Answer.OPEN);
    }

    private static BibRecord stroke(String family, String given) {
        return BibRecord.builder()
                .title("Effects of early mobilisation after stroke on walking speed: a randomised trial")
                .author(new Author(family, given))
                .author(new Author("Okafor", "C. N."))
                .year(2014)
                .journal("Journal of Stroke Care")
                .volume("12")
                .pages("345-52")
                .raw("r")
                .build();
    }

    private static BibRecord fuller() {
        return stroke("Berg", "Anna").toBuilder()
                .title("EFFECTS OF EARLY MOBILIZATION AFTER STROKE ON WALKING SPEED")
                .journal("J Stroke Care")
                .issue("3")
                .pages("345")
                .doi(new Doi("10.1000/jsc.2014.12"))
                .abstractText("Background: We asked whether early mobilisation after stroke makes people walk faster. "
                        + "Methods: 120 people were randomised. Results: They walked faster, but not much.")
                .build();
    }

    private static BibRecord another() {
        return other(1).toBuilder()
                .title("A survey of all nurses in 1 rural hospital")
                .year(2015)
                .build();
    }

    private static BibRecord other(int n) {
        return stroke("Lund", "P.").toBuilder()
                .title("A survey of nurses in " + n + " rural hospitals")
                .build();
    }
}
