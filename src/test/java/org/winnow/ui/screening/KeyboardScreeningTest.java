package org.winnow.ui.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.util.WaitForAsyncUtils;
import org.winnow.model.CriterionId;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Tag;
import org.winnow.model.Verdict;
import org.winnow.store.Criteria;
import org.winnow.store.RecordQuery;
import org.winnow.store.RecordQuery.Mine;
import org.winnow.store.Review;
import org.winnow.store.Tags;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.Loud;
import org.winnow.testkit.TestReview;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.VerdictBar;

/** One person screens a review with the keyboard alone: the keys of the room on its model, without the window. */
@InTheWindow
class KeyboardScreeningTest {
    private static final int RECORDS = 200;

    @TempDir
    Path folder;

    private Jobs jobs;
    private Review review;
    private Reviewer ada;
    private ScreeningModel model;
    private ScreeningKeys keys;
    private Habits habits;

    @BeforeEach
    void openTheRoom() throws Exception {
        jobs = new Jobs(new Loud());
        review = TestReview.create(folder, "Ada");
        TestReview.importTitles(
                review,
                "PubMed",
                SourceKind.DATABASE,
                IntStream.rangeClosed(1, RECORDS).mapToObj(i -> "Record " + i).toArray(String[]::new));
        review.write(Criteria.ensure("Wrong population"));
        review.write(Criteria.ensure("Wrong design"));
        review.write(Tags.ensure("RCT"));
        ada = review.reviewers().all().get(0);
        habits = new Habits(Hands.BOTH, hands -> {});
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            Texts texts = new Texts(Locale.ENGLISH);
            model = new ScreeningModel(review, jobs, texts, Stage.TITLE_ABSTRACT, ada, new NoRanks());
            VerdictBar verdicts = new VerdictBar(model, texts);
            habits.handsProperty().subscribe(hands -> verdicts.decideWith(hands.verdicts()));
            keys = new ScreeningKeys(model, verdicts, new Nowhere(), habits);
            model.reload();
        });
        rest();
    }

    @AfterEach
    void close() {
        jobs.close();
        review.close();
    }

    @Test
    void twoHundredRecordsAreDecidedWithOneKeyEach() throws Exception {
        List<KeyCode> four = List.of(KeyCode.I, KeyCode.E, KeyCode.M, KeyCode.DIGIT2);
        for (int i = 0; i < RECORDS; i++) {
            if (i % 10 == 0) {
                press(keys.tag(KeyCode.R));
            }
            press(keys.command(four.get(i % four.size())));
        }
        rest();

        Map<Verdict, Integer> said = new HashMap<>();
        for (int i = 1; i <= RECORDS; i++) {
            review.decisions()
                    .current(new RecordId(i), Stage.TITLE_ABSTRACT)
                    .forEach(d -> said.merge(Objects.requireNonNull(d.verdict()), 1, Integer::sum));
        }
        assertThat(said).isEqualTo(Map.of(Verdict.INCLUDE, 50, Verdict.EXCLUDE, 100, Verdict.MAYBE, 50));
        assertThat(review.decisions().current(new RecordId(4), Stage.TITLE_ABSTRACT))
                .extracting(d -> d.reason() == null ? null : d.reason().id())
                .containsExactly(new CriterionId(2));
        assertThat(review.records().count(RecordQuery.at(Stage.TITLE_ABSTRACT).withMine(ada.id(), Mine.UNDECIDED)))
                .isZero();
        assertThat(review.records()
                        .count(RecordQuery.everything()
                                .withTags(Set.of(review.tags().all().get(0).id()))))
                .isEqualTo(RECORDS / 10);
        assertThat(WaitForAsyncUtils.waitForAsyncFx(60_000, () -> model.pace().each()))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(Hands.class)
    void oneHandDecidesAsTwoDo(Hands hands) throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> habits.handsProperty().set(hands));
        press(keys.command(hands.verdicts().include()));
        press(keys.command(hands.verdicts().exclude()));
        press(keys.command(hands.verdicts().maybe()));
        press(keys.command(KeyCode.LEFT));
        press(keys.command(hands.verdicts().undecided()));

        assertThat(review.decisions().current(new RecordId(1), Stage.TITLE_ABSTRACT))
                .extracting(d -> d.verdict())
                .containsExactly(Verdict.INCLUDE);
        assertThat(review.decisions().current(new RecordId(2), Stage.TITLE_ABSTRACT))
                .extracting(d -> d.verdict())
                .containsExactly(Verdict.EXCLUDE);
        assertThat(review.decisions().history(new RecordId(3)))
                .extracting(d -> d.verdict())
                .containsExactly(Verdict.MAYBE, null);
    }

    @Test
    void theLetterOfATagTakesItOffAgain() throws Exception {
        press(keys.tag(KeyCode.R));
        assertThat(review.tags().on(new RecordId(1), ada.id()))
                .extracting(Tag::name)
                .containsExactly("RCT");
        press(keys.tag(KeyCode.R));
        assertThat(review.tags().on(new RecordId(1), ada.id())).isEmpty();
        assertThat(keys.tag(KeyCode.X)).isNull();
    }

    @Test
    void aJumpGoesToAPlaceOrANumberAndSaysWhyItDoesNot() throws Exception {
        assertThat(jump("150")).isEmpty();
        assertThat(front()).isEqualTo(150);
        assertThat(jump("#7")).isEmpty();
        assertThat(front()).isEqualTo(7);
        assertThat(jump("10.1000/nothing")).isEqualTo("screening.jump.unknown");
        TestReview.importTitles(review, "Website", SourceKind.WEBSITE, "Found by hand");
        assertThat(jump("#201")).isEqualTo("screening.jump.elsewhere");
        assertThat(front()).isEqualTo(7);
    }

    @Test
    void oneUndoTakesBackWhatWasDecidedOnTheWholeList() throws Exception {
        press(keys.command(KeyCode.I));
        Bulk.Look[] seen = new Bulk.Look[1];
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            model.filters().showProperty().set(Show.ALL);
            model.filters().textProperty().set("Record");
        });
        rest();
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> model.bulk().look(look -> seen[0] = look));
        rest();
        List<RecordId> undecided = seen[0].concerned(false);
        assertThat(seen[0].records()).hasSize(undecided.size() + 1).contains(new RecordId(1));
        assertThat(undecided).doesNotContain(new RecordId(1));
        assertThat(seen[0].titles(false)).hasSameSizeAs(undecided).contains("Record 10");

        WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> model.bulk().decide(undecided, Verdict.EXCLUDE, new CriterionId(1), n -> {}));
        rest();
        RecordQuery excluded = RecordQuery.at(Stage.TITLE_ABSTRACT).withMine(ada.id(), Mine.EXCLUDE);
        assertThat(review.records().count(excluded)).isEqualTo(undecided.size());
        assertThat(review.undo().map(c -> c.op())).contains("decide-list");
        assertThat(review.records().count(excluded)).isZero();
        assertThat(review.records().count(RecordQuery.at(Stage.TITLE_ABSTRACT).withMine(ada.id(), Mine.INCLUDE)))
                .isEqualTo(1);
    }

    private String jump(String to) throws Exception {
        StringBuilder complaint = new StringBuilder();
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> model.jump(to, () -> {}, complaint::append));
        rest();
        return complaint.toString();
    }

    private long front() {
        return Objects.requireNonNull(model.cardProperty().get()).id().value();
    }

    /** Until what the key asked for is on the disk and shown: the card in front is another then. */
    private void press(@Nullable Runnable command) throws Exception {
        Object before = model.cardProperty().get();
        Platform.runLater(Objects.requireNonNull(command));
        for (int i = 0; i < 30_000 && model.cardProperty().get() == before; i++) {
            Thread.sleep(1);
        }
        assertThat(model.cardProperty().get()).isNotSameAs(before);
    }

    private void rest() throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, jobs::idle);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The parts of a room that is not there. */
    private static final class Nowhere implements ScreeningKeys.Places {
        @Override
        public void tag() {}

        @Override
        public void note() {}

        @Override
        public void search() {}

        @Override
        public void jump() {}

        @Override
        public void alone() {}

        @Override
        public void bulk() {}

        @Override
        public void life() {}

        @Override
        public boolean isAlone() {
            return false;
        }
    }
}
