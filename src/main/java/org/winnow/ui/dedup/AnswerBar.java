package org.winnow.ui.dedup;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.winnow.ui.dedup.Compared.Column;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** What can be said of the chosen line: buttons, each with its key. */
final class AnswerBar extends FlowPane {
    private final DuplicatesModel model;
    private final Texts texts;
    private final Runnable later;
    private final Consumer<Column> onPick;
    private @Nullable Compared now;
    private @Nullable Column picked;

    /**
     * @param later goes on to the next line
     * @param onPick hears which record of a group was picked by its number
     */
    AnswerBar(DuplicatesModel model, Texts texts, Runnable later, Consumer<Column> onPick) {
        this.model = model;
        this.texts = texts;
        this.later = later;
        this.onPick = onPick;
        getStyleClass().add("verdict-bar");
    }

    void show(Compared shown, Column column) {
        now = shown;
        picked = column;
        getChildren().clear();
        if (shown.doubtful()) {
            Button same = button("same", "S", KeyCode.S);
            same.getStyleClass().add("success");
            boolean disputed = shown.row().disputed();
            getChildren().addAll(same, button(disputed ? "outOfGroup" : "different", "D", KeyCode.D));
        } else {
            boolean keeper = column.id().equals(shown.columns().get(0).id());
            getChildren().add(button("separate", "D", KeyCode.D));
            if (!keeper) {
                getChildren().add(button("keep", "K", KeyCode.K));
            }
            if (shown.columns().size() > 2) {
                getChildren().add(button("apart", "A", KeyCode.A));
            }
        }
        getChildren().add(button("later", "L", KeyCode.L));
    }

    private Button button(String id, String key, KeyCode code) {
        Button button = Buttons.plain(id, texts.get("duplicates." + id), () -> press(code));
        button.setGraphic(Labels.key(key));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setGraphicTextGap(8);
        button.setMinWidth(Region.USE_PREF_SIZE);
        // The keys answer from anywhere on the screen: a click leaves the focus where it was.
        button.setFocusTraversable(false);
        return button;
    }

    /** What the key does here, or null where it does nothing. */
    @Nullable
    Runnable command(KeyCode code) {
        Compared shown = now;
        Column column = picked;
        if (shown == null || column == null) {
            return null;
        }
        if (code == KeyCode.L) {
            return later;
        }
        return shown.doubtful() ? answer(shown, code) : change(shown, column, code);
    }

    private @Nullable Runnable answer(Compared pair, KeyCode code) {
        return switch (code) {
            case S -> () -> model.same(pair);
            case D -> () -> model.different(pair);
            default -> null;
        };
    }

    private @Nullable Runnable change(Compared group, Column column, KeyCode code) {
        return switch (code) {
            case D -> () -> model.separate(column);
            case K -> () -> model.keep(column);
            case A -> () -> model.apart(group);
            default -> {
                int at = code.isDigitKey() ? code.ordinal() - KeyCode.DIGIT1.ordinal() : -1;
                boolean there = at >= 0 && at < group.columns().size();
                yield there ? () -> onPick.accept(group.columns().get(at)) : null;
            }
        };
    }

    private void press(KeyCode code) {
        Runnable command = command(code);
        if (command != null) {
            command.run();
        }
    }

    void clear() {
        now = null;
        picked = null;
        getChildren().clear();
    }
}
