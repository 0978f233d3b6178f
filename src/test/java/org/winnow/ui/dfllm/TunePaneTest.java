package org.winnow.ui.dfllm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.chart.LineChart;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.winnow.dfllm.ask.AnswerChanges;
import org.winnow.dfllm.tune.Point;
import org.winnow.dfllm.tune.TuneWatch;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.Loud;
import org.winnow.testkit.Snapshots;
import org.winnow.ui.dfllm.TuneDesk.Lesson;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.Theme;
import org.winnow.work.Progress;

/** A run of tuning in the window: its curve, its pace, stopping it, and what came of it. */
@InTheWindow
class TunePaneTest {
    private static final AnswerChanges CHANGES = new AnswerChanges(
            List.of(
                    change("How many?", AnswerChanges.Outcome.OTHER, AnswerChanges.Outcome.RIGHT),
                    change("How long?", AnswerChanges.Outcome.RIGHT, AnswerChanges.Outcome.RIGHT),
                    change("How old?", AnswerChanges.Outcome.RIGHT, AnswerChanges.Outcome.RIGHT),
                    change("Who paid?", AnswerChanges.Outcome.RIGHT, AnswerChanges.Outcome.SILENT)),
            List.of(),
            List.of());

    private final Desk desk = new Desk();
    private Stage stage;

    @Start
    void start(Stage s) {
        stage = s;
    }

    @Test
    void aRunIsFollowedStoppedTakenUpAgainAndToldOf() throws Exception {
        Jobs jobs = new Jobs(new Loud());
        try {
            Texts texts = new Texts(Locale.ENGLISH);
            TuneModel model = new TuneModel(jobs, desk, "Tuning");
            WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
                stage.setScene(new Scene(new TunePane(model, texts, new Dialogs(stage, texts)), 1000, 600));
                new Theme().dress(stage.getScene());
                stage.show();
                Snapshots.save(stage.getScene(), "tune-none");
            });
            press("tune-ladder", "tune-teacher", "tune-start");
            until(() -> model.curve().size() == 3);
            assertThat(text("tune-now"))
                    .isEqualTo("Step 60 of 200, loss 0.400, 812 tokens a second, at most 3 minutes left");
            assertThat(points()).containsExactly(3, 3);
            WaitForAsyncUtils.waitForAsyncFx(60_000, () -> Snapshots.save(stage.getScene(), "tune-running"));
            desk.learnt.countDown();
            until(() -> model.judgingProperty().get());
            assertThat(text("tune-now")).startsWith("It has learnt; now it is compared");
            WaitForAsyncUtils.waitForAsyncFx(60_000, () -> Snapshots.save(stage.getScene(), "tune-judging"));
            press("tune-stop");
            until(() -> !model.runningProperty().get());
            assertThat(text("tune-stopped")).startsWith("Stopped.");

            until(() -> model.unfinishedProperty().get() != null);
            WaitForAsyncUtils.waitForAsyncFx(60_000, () -> Snapshots.save(stage.getScene(), "tune-stopped"));
            desk.go.countDown();
            press("tune-on");
            until(() -> model.outcomeProperty().get() != null);
            until(() -> !model.inUseProperty().get().isEmpty());
            assertThat(text("tune-outcome"))
                    .isEqualTo("Better by far. The tuned network is better there; this review uses it from now on.");
            WaitForAsyncUtils.waitForAsyncFx(60_000, () -> Snapshots.save(stage.getScene(), "tune-done"));
            press("tune-forget");
            until(() -> model.inUseProperty().get().isEmpty());
            press("tune-questions", "tune-anew", "tune-start");
            until(() -> stage.getScene().lookup("#changes-picture") != null);
            assertThat(text("tune-outcome")).endsWith("this review is asked by it from now on.");
            until(() -> stage.getScene().lookup("#tune-forget-questions") != null);
            WaitForAsyncUtils.waitForAsyncFx(60_000, () -> Snapshots.save(stage.getScene(), "tune-questions"));
            assertThat(desk.wishes)
                    .containsExactly(
                            new TuneDesk.Wish(Lesson.VERDICTS, TuneDesk.Way.LADDER, 200, true, false, false),
                            new TuneDesk.Wish(Lesson.VERDICTS, TuneDesk.Way.LADDER, 200, true, false, false),
                            new TuneDesk.Wish(Lesson.QUESTIONS, TuneDesk.Way.LADDER, 200, false, false, true));
        } finally {
            desk.go.countDown();
            jobs.refuse();
            jobs.close();
        }
    }

    private static AnswerChanges.Change change(
            String question, AnswerChanges.Outcome before, AnswerChanges.Outcome now) {
        return new AnswerChanges.Change(
                question,
                new AnswerChanges.Stand(before, "What it says when it is " + before + "."),
                new AnswerChanges.Stand(now, "What it says when it is " + now + "."));
    }

    private void press(String... ids) {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            for (String id : ids) {
                Node node = stage.getScene().lookup("#" + id);
                if (node instanceof ButtonBase button) {
                    button.fire();
                }
            }
        });
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(60_000, condition::getAsBoolean));
    }

    private String text(String id) {
        return WaitForAsyncUtils.waitForAsyncFx(
                60_000, () -> ((Label) stage.getScene().lookup("#" + id)).getText());
    }

    private List<Integer> points() {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            LineChart<?, ?> chart = (LineChart<?, ?>) stage.getScene().lookup("#tune-chart");
            return chart.getData().stream().map(s -> s.getData().size()).toList();
        });
    }

    /** Tunes until it is told to go on, or to stop. */
    private static final class Desk implements TuneDesk {
        private final CountDownLatch learnt = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);
        private final List<Wish> wishes = new ArrayList<>();
        private volatile @Nullable Wish broken;
        private final Map<Lesson, Path> used = new ConcurrentHashMap<>();

        @Override
        public Outcome tune(Wish wish, TuneWatch watch, Progress progress) throws InterruptedException {
            wishes.add(wish);
            broken = wish;
            for (int step = 20; step <= 60; step += 20) {
                watch.validated(new Point(step, 1.0 - step / 100.0, 1.1 - step / 100.0, 0.5));
            }
            watch.step(new TuneWatch.Moment(60, wish.steps(), 0.4, 812.3, 150));
            while (!learnt.await(10, TimeUnit.MILLISECONDS)) {
                watch.check();
            }
            watch.judging();
            while (!go.await(10, TimeUnit.MILLISECONDS)) {
                watch.check();
            }
            broken = null;
            Path folder = Path.of("r-tuned", "ladder-200-teacher-1");
            used.put(wish.lesson(), folder);
            AnswerChanges changes = wish.lesson() == Lesson.VERDICTS ? null : CHANGES;
            return new Outcome(wish.lesson(), "Better by far.", true, folder, changes);
        }

        @Override
        public Optional<Wish> unfinished() {
            return Optional.ofNullable(broken);
        }

        @Override
        public Map<Lesson, Path> inUse() {
            return Map.copyOf(used);
        }

        @Override
        public void forget(Lesson lesson) {
            used.remove(lesson);
        }
    }
}
