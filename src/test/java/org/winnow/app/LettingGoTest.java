package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.TestSample;
import org.winnow.ui.kit.Screen;

/** A review that is closed is a page thrown away: nothing of the program holds on to it. */
@InTheWindow
class LettingGoTest {
    private static final int TRIES = 20;

    @TempDir
    Path folder;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1000, 700);

    @Test
    void nothingOfAReviewIsHeldOnceItIsClosed() {
        Map<String, WeakReference<?>> parts = visited(TestSample.copy(folder));
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
        for (int i = 0; i < TRIES && !parts.isEmpty(); i++) {
            System.gc();
            fixture.settle();
            parts.values().removeIf(part -> part.refersTo(null));
        }
        return List.copyOf(parts.keySet());
    }
}
