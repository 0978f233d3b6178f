package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.store.NewReview;
import org.winnow.store.Review;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.TestSample;

/** Every screen of the real window, with and without records, light and dark; pictures lie in target/snapshots. */
@InTheWindow
class EveryScreenTest {
    static final List<String> SCREENS = List.of(
            "import",
            "duplicates",
            "setup",
            "team",
            "title-abstract",
            "retrieval",
            "full-text",
            "reader",
            "stopping",
            "insight",
            "simulation",
            "flow",
            "searches",
            "checklist",
            "language",
            "audit");

    @TempDir
    Path folder;

    private final List<String> complaints = new ArrayList<>();
    private final Logger css = Logger.getLogger("javafx.css");
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord r) {
            complaints.add(r.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1000, 700);

    @BeforeEach
    void openTheWindow() {
        listener.setLevel(Level.WARNING);
        css.addHandler(listener);
    }

    @AfterEach
    void close() {
        css.removeHandler(listener);
    }

    @Test
    void everyScreenOfTheSampleIsDrawnInBothThemesWithoutAComplaintOfTheStyleSheets() {
        fixture.picture("start");
        fixture.open(TestSample.copy(folder));
        for (String theme : List.of("light", "dark")) {
            fixture.fire("theme-" + theme);
            for (String screen : SCREENS) {
                fixture.go(screen);
                fixture.picture(theme + "-" + screen);
                assertThat(unnamed(fixture.window().root())).isEmpty();
            }
            fixture.go("title-abstract");
            fixture.robot().interact(() -> fixture.robot()
                    .lookup("#filter-show")
                    .queryAs(ChoiceBox.class)
                    .getSelectionModel()
                    .selectLast());
            fixture.settle();
            fixture.picture(theme + "-screening");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void everyScreenOfAnEmptyReviewSaysWhatToDoNext() {
        Path file = folder.resolve("empty.winnow");
        Review.create(file, new NewReview("Nothing yet", List.of("Ada"), 2), Clock.systemUTC())
                .close();
        fixture.open(file);
        for (String screen : SCREENS) {
            fixture.go(screen);
            fixture.picture("empty-" + screen);
            if (!List.of("setup", "checklist", "audit").contains(screen)) {
                assertThat(fixture.shows(".empty-state .button")).as(screen).isTrue();
            }
        }
    }

    @Test
    void aMissingReviewIsNamedAndTheStartPageStays() {
        fixture.robot().interact(() -> fixture.window().open(folder.resolve("gone.winnow")));
        WindowFixture.waitFor(() -> fixture.shows("#dialog"));
        assertThat(texts((Parent) fixture.robot().lookup("#dialog").query())).anyMatch(t -> t.contains("gone.winnow"));
        fixture.robot()
                .interact(() -> ((DialogPane) fixture.robot().lookup("#dialog").query())
                        .getScene()
                        .getWindow()
                        .hide());
        fixture.settle();
        assertThat(fixture.shows("#start")).isTrue();
    }

    /** Buttons that a screen reader could not name. */
    private static List<String> unnamed(Parent root) {
        List<String> unnamed = new ArrayList<>();
        visit(root, node -> {
            if (node instanceof ButtonBase button
                    && button.isVisible()
                    && (button.getText() == null || button.getText().isBlank())
                    && (button.getAccessibleText() == null
                            || button.getAccessibleText().isBlank())
                    && button.getId() != null) {
                unnamed.add(button.getId());
            }
        });
        return unnamed;
    }

    private static List<String> texts(Parent root) {
        List<String> texts = new ArrayList<>();
        visit(root, node -> {
            if (node instanceof Labeled labeled && labeled.getText() != null) {
                texts.add(labeled.getText());
            }
        });
        return texts;
    }

    private static void visit(Parent parent, Consumer<Node> visitor) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            visitor.accept(node);
            if (node instanceof Parent inner) {
                visit(inner, visitor);
            }
        }
    }
}
