package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.CheckComboBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.BibRecord;
import org.winnow.model.Decision;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.SourceKind;
import org.winnow.model.Tag;
import org.winnow.model.Verdict;
import org.winnow.store.Criteria;
import org.winnow.store.NewReview;
import org.winnow.store.Notes.Note;
import org.winnow.store.Review;
import org.winnow.store.Setup;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.TestReview;

/** Screening in the real window with the keyboard alone. */
@InTheWindow
class ScreeningRoomTest {
    @TempDir
    Path folder;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1000, 700);

    @BeforeEach
    void openAReviewOfTenRecords() {
        Path file = folder.resolve("ten.winnow");
        try (Review review = Review.create(file, new NewReview("Ten records", List.of("Ada"), 1), Clock.systemUTC())) {
            TestReview.importRecords(
                    review,
                    "PubMed",
                    SourceKind.DATABASE,
                    IntStream.rangeClosed(1, 10)
                            .mapToObj(i -> BibRecord.builder()
                                    .title("Record number " + i)
                                    .abstractText("About " + (i % 2 == 0 ? "cats" : "dogs"))
                                    .raw("r")
                                    .build())
                            .toList());
            review.write(Criteria.ensure("Wrong population"));
            review.write(Criteria.ensure("Wrong design"));
        }
        fixture.open(file);
        fixture.go("title-abstract");
    }

    @Test
    void everyKeyDecidesAndTheNextRecordComes() {
        assertThat(shown()).isEqualTo("Record number 1");
        press(KeyCode.I);
        assertThat(shown()).isEqualTo("Record number 2");
        press(KeyCode.E);
        press(KeyCode.M);
        press(KeyCode.DIGIT2);

        assertThat(shown()).isEqualTo("Record number 5");
        assertThat(verdict(1)).isEqualTo("include");
        assertThat(verdict(2)).isEqualTo("exclude");
        assertThat(verdict(3)).isEqualTo("maybe");
        assertThat(verdict(4)).isEqualTo("exclude Wrong design");
        assertThat(fixture.text("#progress-words")).isEqualTo("4 of 10 decided by you");
    }

    @Test
    void undoReturnsToTheRecordAndRedoDecidesAgain() {
        press(KeyCode.I);
        press(KeyCode.E);
        assertThat(fixture.menu("menu-undo").getText()).isEqualTo("Undo Exclude");

        fixture.fire("menu-undo");
        assertThat(shown()).isEqualTo("Record number 2");
        assertThat(verdict(2)).isEqualTo("none");
        fixture.fire("menu-undo");
        assertThat(shown()).isEqualTo("Record number 1");
        fixture.fire("menu-redo");
        assertThat(verdict(1)).isEqualTo("include");
        assertThat(fixture.menu("menu-undo").getText()).isEqualTo("Undo Include");
    }

    @Test
    void undoingTheLastDecisionOfAllBringsTheRecordBackIntoTheEmptyList() {
        for (int i = 1; i <= 10; i++) {
            press(KeyCode.I);
        }
        assertThat(listed()).isEmpty();
        fixture.fire("menu-undo");
        assertThat(shown()).isEqualTo("Record number 10");
        assertThat(listed()).containsExactly(new RecordId(10));
        press(KeyCode.E);
        assertThat(verdict(10)).isEqualTo("exclude");
    }

    @Test
    void aReasonThatTheListHasIsNotAddedTwiceAndTheScreenSaysSo() {
        fixture.go("setup");
        fixture.robot().clickOn("#add-reason").write("wrong design", 0).type(KeyCode.ENTER);
        fixture.settle();
        assertThat(fixture.texts()).contains("\u201cwrong design\u201d is in the list already.");
        assertThat(fixture.review().criteria().all()).hasSize(2);
        fixture.robot().eraseText(12).write("Wrong year", 0).type(KeyCode.ENTER);
        fixture.settle();
        assertThat(fixture.texts()).contains("Wrong year").noneMatch(t -> t.endsWith("already."));
    }

    @Test
    void arrowsMoveWithoutDecidingAndUMakesUndecidedAgain() {
        press(KeyCode.RIGHT);
        press(KeyCode.J);
        assertThat(shown()).isEqualTo("Record number 3");
        press(KeyCode.LEFT);
        assertThat(shown()).isEqualTo("Record number 2");
        press(KeyCode.I);
        press(KeyCode.K);
        press(KeyCode.U);
        assertThat(verdict(2)).isEqualTo("none");
        assertThat(fixture.review().decisions().history(new RecordId(2)))
                .extracting(Decision::verdict)
                .containsExactly(Verdict.INCLUDE, null);
    }

    @Test
    void tagsAndNotesAreTypedAndLettersDecideAgainAfterwards() {
        press(KeyCode.T);
        fixture.robot().write("trial", 0).type(KeyCode.ENTER);
        fixture.settle();
        press(KeyCode.N);
        fixture.robot().write("see page 3", 0).type(KeyCode.ENTER);
        fixture.settle();
        press(KeyCode.I);

        Review review = fixture.review();
        assertThat(review.tags()
                        .on(new RecordId(1), review.reviewers().all().get(0).id()))
                .extracting(Tag::name)
                .containsExactly("trial");
        assertThat(review.notes().on(new RecordId(1))).extracting(Note::text).containsExactly("see page 3");
        assertThat(verdict(1)).isEqualTo("include");
        assertThat(shown()).isEqualTo("Record number 2");
    }

    @Test
    void aNoteInTheMiddleOfBeingTypedStaysWithItsRecordWhenAnotherComes() {
        press(KeyCode.I);
        press(KeyCode.N);
        fixture.robot().write("for two", 0);
        fixture.fire("menu-undo");
        assertThat(shown()).isEqualTo("Record number 1");
        assertThat(fixture.review().notes().on(new RecordId(2)))
                .extracting(Note::text)
                .containsExactly("for two");
        assertThat(fixture.review().notes().on(new RecordId(1))).isEmpty();
    }

    @Test
    void aTagGoesOnByItsLetterAJumpLeadsAnywhereAndTheRecordCanHaveTheWindowAlone() {
        press(KeyCode.T);
        fixture.robot().write("trial", 0).type(KeyCode.ENTER);
        fixture.settle();
        press(KeyCode.G);
        fixture.robot().write("8", 0).type(KeyCode.ENTER);
        fixture.settle();
        assertThat(shown()).isEqualTo("Record number 8");
        fixture.robot().press(KeyCode.SHIFT).type(KeyCode.T).release(KeyCode.SHIFT);
        fixture.settle();
        press(KeyCode.F);
        assertThat(List.of(fixture.shows("#rail"), fixture.shows("#menus"), fixture.shows("#records")))
                .containsOnly(false);
        press(KeyCode.I);
        press(KeyCode.ESCAPE);
        assertThat(List.of(fixture.shows("#rail"), fixture.shows("#menus"), fixture.shows("#records")))
                .containsOnly(true);

        Review review = fixture.review();
        assertThat(review.tags()
                        .on(new RecordId(8), review.reviewers().all().get(0).id()))
                .extracting(Tag::name)
                .containsExactly("trial");
        assertThat(verdict(8)).isEqualTo("include");
        assertThat(shown()).isEqualTo("Record number 9");
    }

    @Test
    void wordsNarrowTheListAndALastDecisionShowsThatNothingIsLeft() {
        press(KeyCode.SLASH);
        fixture.robot().write("7", 0);
        fixture.settle();
        assertThat(shown()).isEqualTo("Record number 7");
        fixture.robot().type(KeyCode.ESCAPE);
        press(KeyCode.E);
        assertThat(verdict(7)).isEqualTo("exclude");
        assertThat(fixture.shows("#nothing-found")).isTrue();
    }

    @Test
    void anExclusionAtFullTextNeedsAReasonAndAMissingReportLeavesTheQueue() {
        press(KeyCode.I);
        press(KeyCode.I);
        press(KeyCode.I);
        fixture.go("full-text");
        assertThat(shown()).isEqualTo("Record number 1");
        press(KeyCode.E);
        assertThat(fixture.review().decisions().current(new RecordId(1), org.winnow.model.Stage.FULL_TEXT))
                .isEmpty();
        press(KeyCode.DIGIT1);
        WindowFixture.waitFor(() -> shown().equals("Record number 2"));
        press(KeyCode.R);
        assertThat(fixture.review().retrievals().of(new RecordId(2))).isEqualTo(Retrieval.NOT_RETRIEVED);
        press(KeyCode.I);
        assertThat(fixture.shows("#empty")).isTrue();
        assertThat(fixture.review()
                        .decisions()
                        .history(new RecordId(1))
                        .getLast()
                        .reason())
                .extracting(r -> r == null ? "" : r.label())
                .isEqualTo("Wrong population");
    }

    @Test
    void keysDecideWhereverInTheWindowTheFocusIs() {
        fixture.robot().interact(() -> fixture.robot()
                .lookup("#go-full-text")
                .queryAs(ToggleButton.class)
                .requestFocus());
        press(KeyCode.I);
        press(KeyCode.DIGIT1);
        assertThat(shown()).isEqualTo("Record number 3");
        assertThat(verdict(1)).isEqualTo("include");
        assertThat(verdict(2)).isEqualTo("exclude Wrong population");
    }

    @Test
    void aNumberWithoutAReasonShowsTheReasonsAndDecidesNothing() {
        press(KeyCode.DIGIT7);
        assertThat(verdict(1)).isEqualTo("none");
        press(KeyCode.DIGIT2);
        assertThat(verdict(1)).isEqualTo("exclude Wrong design");
        press(KeyCode.DIGIT7);
        press(KeyCode.J);
        assertThat(javafx.stage.Window.getWindows()).hasSize(1);
        assertThat(shown()).isEqualTo("Record number 3");
    }

    @Test
    void severalTagsAreTickedAndTheListHasTheRecordsOfAny() {
        for (String tag : List.of("trial", "child")) {
            press(KeyCode.T);
            fixture.robot().write(tag, 0).type(KeyCode.ENTER);
            fixture.settle();
            press(KeyCode.J);
        }
        CheckComboBox<?> tags = fixture.robot().lookup("#filter-tag").queryAs(CheckComboBox.class);
        fixture.robot().interact(() -> tags.getCheckModel().check(0));
        fixture.settle();
        assertThat(listed()).hasSize(1);
        assertThat(tags.getTitle()).isEqualTo("child");
        fixture.robot().interact(() -> tags.getCheckModel().checkAll());
        fixture.settle();
        assertThat(listed()).containsExactly(new RecordId(1), new RecordId(2));
        assertThat(tags.getTitle()).isEqualTo("2 tags");

        press(KeyCode.E);
        press(KeyCode.E);
        fixture.robot().clickOn("#clear-filters");
        fixture.settle();
        assertThat(tags.getCheckModel().getCheckedItems()).isEmpty();
        assertThat(listed()).hasSize(10);
    }

    private List<Object> listed() {
        return List.copyOf(fixture.robot().lookup("#records").queryListView().getItems());
    }

    @Test
    void somebodyElseDecidesAndSeesOnlyTheirOwnVerdicts() {
        fixture.review().write(Setup.screenersPerRecord(2, null));
        press(KeyCode.I);
        Platform.runLater(() -> fixture.menu("menu-decideAs").fire());
        WindowFixture.waitFor(() -> fixture.shows("#reviewer-name"));
        fixture.robot().interact(() -> fixture.robot()
                .lookup("#reviewer-name")
                .queryAs(ComboBox.class)
                .getEditor()
                .setText("Ben"));
        fixture.robot().clickOn("#dialog-yes");
        WindowFixture.waitFor(() -> fixture.window().openReviewNow() != null
                && fixture.window().openReviewNow().reviewer().name().equals("Ben"));
        fixture.settle();

        assertThat(shown()).isEqualTo("Record number 1");
        assertThat(fixture.text("#progress-words")).isEqualTo("0 of 10 decided by you");
        press(KeyCode.E);
        assertThat(fixture.review().decisions().current(new RecordId(1), org.winnow.model.Stage.TITLE_ABSTRACT))
                .extracting(d -> d.reviewer().name() + " " + d.verdict())
                .containsExactly("Ada INCLUDE", "Ben EXCLUDE");
    }

    @Test
    void mostLikelyFirstPutsTheAlikeInFrontAndRemembersTheModelWithTheDecision() {
        press(KeyCode.E);
        press(KeyCode.I);
        ChoiceBox<?> order = fixture.robot().lookup("#filter-order").queryAs(ChoiceBox.class);
        fixture.robot().interact(() -> order.getSelectionModel().select(1));
        fixture.settle();
        assertThat(listed().subList(0, 4)).allMatch(id -> ((RecordId) id).value() % 2 == 0);
        assertThat(fixture.text("#why-sentence")).contains("Place 1 in the order of");
        assertThat(fixture.texts()).contains("cats");
        RecordId first = (RecordId) listed().get(0);

        press(KeyCode.E);
        assertThat(fixture.review()
                        .rankings()
                        .behind(fixture.review()
                                .decisions()
                                .history(first)
                                .getLast()
                                .uuid()))
                .map(s -> s.relevant() + s.irrelevant())
                .contains(2);
        assertThat(listed().get(0)).isEqualTo(first);
        assertThat(shown()).isNotEqualTo("Record number " + first);
        fixture.picture("screening-most-likely-first");
    }

    private void press(KeyCode key) {
        fixture.robot().type(key);
        fixture.settle();
    }

    private String shown() {
        return fixture.text("#record-title");
    }

    private String verdict(long record) {
        @Nullable
        Decision current =
                fixture
                        .review()
                        .decisions()
                        .current(new RecordId(record), org.winnow.model.Stage.TITLE_ABSTRACT)
                        .stream()
                        .findFirst()
                        .orElse(null);
        if (current == null || current.verdict() == null) {
            return "none";
        }
        return current.verdict().key()
                + (current.reason() == null ? "" : " " + current.reason().label());
    }
}
