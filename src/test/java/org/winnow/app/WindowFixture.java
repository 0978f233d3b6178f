package org.winnow.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;
import org.winnow.settings.SettingsFile;
import org.winnow.store.Review;
import org.winnow.testkit.QuickRobot;
import org.winnow.testkit.Snapshots;

/** The real window, driven by a robot. */
final class WindowFixture {
    private static final int PATIENCE_SECONDS = 60;

    private final Stage stage;
    private final MainWindow window;
    private final QuickRobot robot = new QuickRobot();

    /** Call on the FX thread. */
    WindowFixture(Stage stage, Path settings, double width, double height) {
        this.stage = stage;
        this.window = DesktopApp.build(stage, new SettingsFile(settings), Clock.systemUTC());
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
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

    void close() {
        robot.interact(() -> {
            window.closeReview();
            stage.hide();
        });
        waitFor(window::idle);
    }
}
