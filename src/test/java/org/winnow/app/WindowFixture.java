package org.winnow.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.winnow.settings.SettingsFile;
import org.winnow.store.Review;
import org.winnow.testkit.QuickRobot;
import org.winnow.testkit.Snapshots;

/**
 * The real window, driven by a robot. Register it as an extension: it is open, on its start page and with settings of its
 * own, before each test's set-up begins, and closed after the test.
 */
final class WindowFixture implements BeforeEachCallback, AfterEachCallback {
    private static final int PATIENCE_SECONDS = 60;

    private final double width;
    private final double height;
    private final String settings;
    private final QuickRobot robot = new QuickRobot();
    private Path home;
    private Stage stage;
    private MainWindow window;

    WindowFixture(double width, double height) {
        this(width, height, "{}");
    }

    /** @param settings of the user, as their file has them */
    WindowFixture(double width, double height, String settings) {
        this.width = width;
        this.height = height;
        this.settings = settings;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        home = Files.createTempDirectory("window");
        Files.writeString(home.resolve("settings.json"), settings);
        stage = FxToolkit.toolkitContext().getPrimaryStageFuture().get();
        robot.interact(() -> {
            window = DesktopApp.build(stage, new SettingsFile(home), Clock.systemUTC());
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
        });
    }

    /** What is left to write is written before anybody removes its folder. */
    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        robot.interact(() -> {
            window.leaveEverything();
            stage.hide();
        });
        window.finish();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    Stage stage() {
        return stage;
    }

    MainWindow window() {
        return window;
    }

    QuickRobot robot() {
        return robot;
    }

    Review review() {
        OpenReview open = window.openReviewNow();
        if (open == null) {
            throw new IllegalStateException("no review is open");
        }
        return open.review();
    }

    void open(Path review) {
        robot.interact(() -> window.open(review));
        waitFor(() -> window.openReviewNow() != null);
        settle();
    }

    void go(String screen) {
        robot.interact(() -> window.openReviewNow().shell().go(screen));
        settle();
    }

    /** Waits until no job runs and nothing is left to be shown. */
    void settle() {
        do {
            waitFor(window::idle);
            QuickRobot.drawn();
            // What was shown may have asked for more.
        } while (!window.idle());
    }

    static void waitFor(java.util.concurrent.Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain", e);
        }
    }

    /** The text of the first node that the query finds. */
    String text(String query) {
        Node node = robot.lookup(query).query();
        return node instanceof Labeled labeled ? labeled.getText() : String.valueOf(node.getAccessibleText());
    }

    /** Every text that any window shows. */
    List<String> texts() {
        return robot
                .lookup(n -> n instanceof Labeled labeled && labeled.getText() != null && visible(n))
                .queryAll()
                .stream()
                .map(n -> ((Labeled) n).getText())
                .toList();
    }

    private static boolean visible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    boolean shows(String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    MenuItem menu(String id) {
        return ((MenuBar) window.root().getTop())
                .getMenus().stream()
                        .flatMap(m -> m.getItems().stream())
                        .filter(i -> id.equals(i.getId()))
                        .findFirst()
                        .orElseThrow();
    }

    void fire(String menuId) {
        robot.interact(() -> menu(menuId).fire());
        settle();
    }

    void picture(String name) {
        robot.interact(() -> Snapshots.save(stage.getScene(), name));
    }
}
