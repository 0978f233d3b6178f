package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.winnow.sample.Sample;
import org.winnow.testkit.InTheWindow;
import org.winnow.ui.kit.Screen;

/** A review that is closed is a page thrown away: nothing of the program holds on to it. */
@InTheWindow
class LettingGoTest {
    private static final int TRIES = 20;

    @TempDir
    Path folder;

    private Stage stage;
    private WindowFixture fixture;

    @Start
    void start(Stage s) {
        stage = s;
    }

    @BeforeEach
    void openTheWindow() {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> fixture = new WindowFixture(stage, folder, 1000, 700));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void nothingOfAReviewIsHeldOnceItIsClosed() {
        Map<String, WeakReference<?>> parts = visited(new Sample(folder, Clock.systemUTC(), step -> {}).build());
        fixture.robot().interact(() -> fixture.window().closeReview());
        fixture.settle();

        assertThat(held(parts)).isEmpty();
    }

    /** Opens a review and visits each of its screens. */
    private Map<String, WeakReference<?>> visited(Path file) {
        fixture.open(file);
        OpenReview open = fixture.window().openReviewNow();
        Map<String, WeakReference<?>> parts = new LinkedHashMap<>();
        parts.put("review", new WeakReference<>(open.review()));
        parts.put("as seen", new WeakReference<>(open.seen()));
        parts.put("page", new WeakReference<>(open));
        parts.put("shell", new WeakReference<>(open.shell()));
        for (Screen screen : open.shell().screens()) {
            fixture.go(screen.id());
            StackPane content = (StackPane) open.shell().getCenter();
            parts.put(screen.id(), new WeakReference<>(screen));
            parts.put(
                    "view of " + screen.id(),
                    new WeakReference<>(content.getChildren().get(0)));
        }
        return parts;
    }

    private List<String> held(Map<String, WeakReference<?>> parts) {
        for (int i = 0; i < TRIES; i++) {
            System.gc();
            fixture.settle();
            parts.values().removeIf(part -> part.refersTo(null));
        }
        if (!parts.isEmpty() && System.getProperty("dump") != null) {
            try {
                java.lang.management.ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                new javax.management.ObjectName("com.sun.management:type=HotSpotDiagnostic"),
                                "dumpHeap",
                                new Object[] {System.getProperty("dump"), true},
                                new String[] {"java.lang.String", "boolean"});
            } catch (Exception e) {
                throw new RuntimeException(e);
            }
        }
        return List.copyOf(parts.keySet());
    }
}
