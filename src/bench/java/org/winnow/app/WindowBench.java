package org.winnow.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.winnow.bench.Figure;
import org.winnow.bench.Report;
import org.winnow.bench.Samples;
import org.winnow.bench.Workplace;
import org.winnow.settings.SettingsFile;

/** How fast the real window follows: from a key to the next record, and from a search word to its list. */
final class WindowBench {
    private static final int KEYS = 500;
    private static final int WARMING = 50;
    private static final int PACED = 100;
    private static final long PACE_MILLIS = 300;

    private final Stage stage;
    private final MainWindow window;

    private WindowBench(Stage stage, MainWindow window) {
        this.stage = stage;
        this.window = window;
    }

    public static void main(String[] args) throws Exception {
        Workplace workplace = new Workplace(Path.of(args[0]));
        Path review = workplace.copyOfLargeReview("screened.winnow");
        Path settings = Files.createDirectories(workplace.folder().resolve("window-home"));
        Files.deleteIfExists(settings.resolve("settings.json"));
        try {
            run(review, settings, workplace);
            System.exit(0);
        } catch (Exception | Error e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(Path review, Path settings, Workplace workplace) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        Samples bare = Fx.of(BareKeys::new).measure(KEYS);
        WindowBench bench = Fx.of(() -> {
            Stage stage = new Stage();
            MainWindow window = DesktopApp.build(stage, new SettingsFile(settings), Clock.systemUTC());
            stage.setWidth(1280);
            stage.setHeight(820);
            stage.show();
            stage.requestFocus();
            return new WindowBench(stage, window);
        });
        Report report = workplace.report();
        report.add(Figure.of("window: file to first record shown, 100,000 records", bench.open(review), "ms"));
        bench.keys(report, bare);
        bench.search(report, workplace.searchWords());
    }

    private double open(Path review) throws Exception {
        long from = System.nanoTime();
        Fx.run(() -> window.open(review));
        Fx.until(() -> window.openReviewNow() != null);
        Fx.run(() -> {
            OpenReview open = window.openReviewNow();
            if (open != null) {
                open.shell().go("title-abstract");
            }
        });
        Fx.until(() -> !title().isEmpty());
        return (System.nanoTime() - from) / 1e6;
    }

    private void keys(Report report, Samples bare) throws Exception {
        Fx.until(() -> stage.isFocused() && onCard(stage.getScene().getFocusOwner()));
        Thread.sleep(1000);
        for (int i = 0; i < WARMING; i++) {
            key();
        }
        Samples hurried = new Samples();
        Samples drawn = new Samples();
        for (int i = 0; i < KEYS; i++) {
            Follower next = key();
            hurried.add(next.laidOutMillis());
            drawn.add(next.drawnMillis());
        }
        Samples paced = new Samples();
        for (int i = 0; i < PACED; i++) {
            Thread.sleep(PACE_MILLIS);
            paced.add(key().laidOutMillis());
        }
        String goal = "median below 50 ms, p99 below 100 ms";
        report.add(Figure.of("key E to next record laid out, one after another", hurried, "ms")
                .against("a bare window whose label changes on a key", bare.median())
                .withGoal(goal));
        report.add(Figure.of("key E to next record drawn (the pulse after), one after another", drawn, "ms")
                .withGoal(goal));
        report.add(Figure.of("key E to next record laid out, every " + PACE_MILLIS + " ms", paced, "ms")
                .against("a bare window whose label changes on a key", bare.median())
                .withGoal(goal));
    }

    private Follower key() throws Exception {
        Follower follower = Fx.of(() -> {
            String before = title();
            return new Follower(stage.getScene(), () -> !title().equals(before));
        });
        Fx.run(() -> {
            follower.start();
            new Robot().keyPress(KeyCode.E);
        });
        try {
            follower.await();
        } catch (IllegalStateException e) {
            throw new IllegalStateException(Fx.of(this::state), e);
        }
        Fx.run(() -> new Robot().keyRelease(KeyCode.E));
        return follower;
    }

    /** Keys decide only where the card or something in it has the focus. */
    private static boolean onCard(@Nullable Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if ("record".equals(node.getId())) {
                return true;
            }
        }
        return false;
    }

    private String state() {
        return "No next record after a key; window focused: " + stage.isFocused() + ", focus on: "
                + stage.getScene().getFocusOwner() + ", card: " + title() + ", texts: "
                + Window.getWindows().stream()
                        .flatMap(w -> w.getScene().getRoot().lookupAll(".label").stream())
                        .map(n -> ((Labeled) n).getText())
                        .toList();
    }

    private void search(Report report, List<String> words) throws Exception {
        Thread.sleep(1000);
        Samples searches = new Samples();
        TextField field = (TextField) Fx.of(() -> node("#search"));
        ListView<?> list = (ListView<?>) Fx.of(() -> node("#records"));
        boolean[] changed = new boolean[1];
        Fx.run(() -> list.getItems().subscribe(() -> changed[0] = true));
        for (String word : words) {
            Follower follower = Fx.of(() -> {
                changed[0] = false;
                return new Follower(stage.getScene(), () -> changed[0]);
            });
            Fx.run(() -> {
                follower.start();
                field.setText(word);
            });
            follower.await();
            searches.add(follower.laidOutMillis());
        }
        report.add(Figure.of("search field: word to list laid out, 100,000 records", searches, "ms")
                .withGoal("median below 100 ms"));
    }

    private Node node(String selector) {
        Node node = stage.getScene().lookup(selector);
        if (node == null) {
            throw new IllegalStateException("no " + selector + " in the window");
        }
        return node;
    }

    /** The title on the card, empty where no card is shown. */
    private String title() {
        return stage.getScene().getRoot().lookupAll(".record-title").stream()
                .filter(Text.class::isInstance)
                .map(n -> ((Text) n).getText())
                .collect(Collectors.joining());
    }

    /** The yardstick: a window in which a key changes one label. */
    private static final class BareKeys {
        private final Stage stage = new Stage();
        private final Label label = new Label("0");
        private int pressed;

        BareKeys() {
            Scene scene = new Scene(new StackPane(label), 1280, 820);
            scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> label.setText(Integer.toString(++pressed)));
            stage.setScene(scene);
            stage.show();
            stage.requestFocus();
        }

        Samples measure(int keys) throws Exception {
            Samples samples = new Samples();
            for (int i = 0; i < keys; i++) {
                int before = pressed;
                Follower follower = Fx.of(() -> new Follower(stage.getScene(), () -> pressed > before));
                Fx.run(() -> {
                    follower.start();
                    new Robot().keyPress(KeyCode.E);
                });
                follower.await();
                Fx.run(() -> new Robot().keyRelease(KeyCode.E));
                samples.add(follower.laidOutMillis());
            }
            Fx.run(stage::hide);
            return samples;
        }
    }

    /** Waits, from outside the FX thread, for what happens on it. */
    private static final class Fx {
        private interface Work<T> {
            T get() throws Exception;
        }

        static <T> T of(Work<T> work) throws Exception {
            var task = new java.util.concurrent.FutureTask<>(work::get);
            Platform.runLater(task);
            return task.get(60, TimeUnit.SECONDS);
        }

        static void run(Runnable work) throws Exception {
            Fx.<Boolean>of(() -> {
                work.run();
                return true;
            });
        }

        static void until(BooleanSupplier condition) throws Exception {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            while (!Fx.<Boolean>of(condition::getAsBoolean)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("waited in vain");
                }
                Thread.sleep(2);
            }
        }
    }
}
