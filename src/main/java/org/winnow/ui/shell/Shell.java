package org.winnow.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.store.Changes;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Screen;

/** The screens of one open review: rail on the left, the chosen screen beside it. Closed with the review. */
public final class Shell extends BorderPane implements Navigator {
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private final List<Screen> screens;
    private final Map<String, Node> views = new LinkedHashMap<>();
    private final StackPane content = new StackPane();
    private final Rail rail;
    private final ReadOnlyBooleanWrapper alone = new ReadOnlyBooleanWrapper();
    private final Consumer<String> visited;
    private @Nullable Screen current;

    /** @param visited hears which screen came to the front, to remember it */
    public Shell(String title, String file, List<Screen> screens, Rail.Names names, Consumer<String> visited) {
        this.screens = List.copyOf(screens);
        this.visited = visited;
        this.rail = new Rail(title, file, this.screens, names, this::go);
        setLeft(rail);
        setCenter(content);
        content.setId("content");
        acceptFiles();
    }

    @Override
    public void go(String id) {
        screens.stream().filter(s -> s.id().equals(id)).findFirst().ifPresent(this::show);
    }

    @Override
    public void alone(boolean now) {
        setLeft(now ? null : rail);
        alone.set(now);
    }

    /** Whether the screen in front has the window for itself. */
    public ReadOnlyBooleanProperty aloneProperty() {
        return alone.getReadOnlyProperty();
    }

    private void show(Screen screen) {
        Screen before = current;
        if (before == screen) {
            return;
        }
        if (before != null) {
            before.hidden();
        }
        current = screen;
        content.getChildren().setAll(views.computeIfAbsent(screen.id(), id -> screen.view()));
        rail.select(screen.id());
        screen.shown();
        visited.accept(screen.id());
    }

    private void acceptFiles() {
        setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
                content.pseudoClassStateChanged(DROPPING, true);
            }
        });
        setOnDragExited(e -> content.pseudoClassStateChanged(DROPPING, false));
        setOnDragDropped(e -> e.setDropCompleted(
                drop(e.getDragboard().getFiles().stream().map(File::toPath).toList())));
    }

    /**
     * Takes files to the screen that they are for: the one in front, else the first that takes them, which comes to the
     * front.
     *
     * @return whether any took them
     */
    public boolean drop(List<Path> files) {
        content.pseudoClassStateChanged(DROPPING, false);
        if (current != null && current.take(files)) {
            return true;
        }
        for (Screen screen : screens) {
            if (screen != current && screen.take(files)) {
                show(screen);
                return true;
            }
        }
        return false;
    }

    public List<Screen> screens() {
        return screens;
    }

    /** Tells every screen what has changed. */
    public void refresh(Changes changes) {
        screens.forEach(s -> s.refresh(changes));
    }

    /** An undo was about this record: the screen in front shows it. */
    public void returnTo(RecordId record) {
        if (current != null) {
            current.returnTo(record);
        }
    }
}
