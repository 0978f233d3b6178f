package org.winnow.ui.dfllm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.chart.LineChart;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.winnow.dfllm.tune.Point;
import org.winnow.dfllm.tune.TuneWatch;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.Loud;
import org.winnow.testkit.Snapshots;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.Theme;
import org.winnow.work.Progress;

/** A run of tuning in the window: its curve, its pace, stopping it, and what came of it. */
@InTheWindow
class TunePaneTest {
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
                stage.setScene(new Scene(new TunePane(model, texts), 1000, 600));
                new Theme().dress(stage.getScene());
                stage.show();
                Snapshots.save(stage.getScene(), "tune-none");
            });
            press("tune-ladder", "tune-teacher", "tune-start");
            until(() -> model.curve().size() == 3);
            assertThat(text("tune-now"))
                    .isEqualTo("Step 60 of 200, loss 0.400, 812 tokens a second, at most 2.5 minutes left");
            assertThat(points()).containsExactly(3, 3);
            WaitForAsyncUtils.waitForAsyncFx(60_000, () -> Snapshots.save(stage.getScene(), "tune-running"));
            press("tune-stop");
            until(() -> !model.runningProperty().get());
            assertThat(text("tune-stopped")).startsWith("Stopped.");

            desk.go.countDown();
            press("tune-start");
            until(() -> model.outcomeProperty().get() != null);
            until(() -> model.inUseProperty().get().isPresent());
            assertThat(text("tune-outcome"))
                    .isEqualTo("Better by far. The tuned network is better there; this review uses it from now on.");
            WaitForAsyncUtils.waitForAsyncFx(60_000, () -> Snapshots.save(stage.getScene(), "tune-done"));
            press("tune-forget");
            until(() -> model.inUseProperty().get().isEmpty());
            assertThat(desk.wishes)
                    .containsExactly(
                            new TuneDesk.Wish(TuneDesk.Way.LADDER, 200, true, false),
                            new TuneDesk.Wish(TuneDesk.Way.LADDER, 200, true, false));
        } finally {
            desk.go.countDown();
            jobs.refuse();
            jobs.close();
        }
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
        private final CountDownLatch go = new CountDownLatch(1);
        private final List<Wish> wishes = new ArrayList<>();
        private volatile Optional<Path> used = Optional.empty();

        @Override
        public Outcome tune(Wish wish, TuneWatch watch, Progress progress) throws InterruptedException {
            wishes.add(wish);
            for (int step = 20; step <= 60; step += 20) {
                watch.validated(new Point(step, 1.0 - step / 100.0, 1.1 - step / 100.0, 0.5));
            }
            watch.step(new TuneWatch.Moment(60, wish.steps(), 0.4, 812.3, 150));
            while (!go.await(10, TimeUnit.MILLISECONDS)) {
                watch.check();
            }
            used = Optional.of(Path.of("r-tuned", "ladder-200-teacher-1"));
            return new Outcome("Better by far.", true, used.get());
        }

        @Override
        public Optional<Path> inUse() {
            return used;
        }

        @Override
        public void forget() {
            used = Optional.empty();
        }
    }
}
