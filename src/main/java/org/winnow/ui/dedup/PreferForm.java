package org.winnow.ui.dedup;

import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.Source;
import org.winnow.model.SourceId;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Texts;

/** The order in which the records of sources stand for duplicates; moved by buttons or Alt with the arrow keys. */
final class PreferForm {
    private final Form form = new Form();
    private final ListView<Source> list = new ListView<>();

    PreferForm(List<Source> sources, Texts texts) {
        list.setId("preferred-sources");
        list.getItems().setAll(sources);
        list.setPrefSize(380, 220);
        list.setCellFactory(v -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable Source source, boolean empty) {
                super.updateItem(source, empty);
                setText(empty || source == null ? "" : (getIndex() + 1) + ".  " + source.name());
            }
        });
        list.setAccessibleText(texts.get("duplicates.prefer"));
        list.getSelectionModel().selectFirst();
        list.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.isAltDown() && (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN)) {
                move(e.getCode() == KeyCode.UP ? -1 : 1);
                e.consume();
            }
        });
        HBox.setHgrow(list, Priority.ALWAYS);
        VBox buttons = new VBox(
                8,
                Buttons.icon("prefer-up", texts.get("duplicates.prefer.up"), Feather.ARROW_UP, null, () -> move(-1)),
                Buttons.icon(
                        "prefer-down", texts.get("duplicates.prefer.down"), Feather.ARROW_DOWN, null, () -> move(1)));
        form.field(
                texts.get("duplicates.prefer.sources"),
                new HBox(8, list, buttons),
                texts.get("duplicates.prefer.hint"));
        form.setPrefWidth(560);
    }

    Form content() {
        return form;
    }

    List<SourceId> order() {
        return list.getItems().stream().map(Source::id).toList();
    }

    private void move(int by) {
        int at = list.getSelectionModel().getSelectedIndex();
        int to = at + by;
        if (at >= 0 && to >= 0 && to < list.getItems().size()) {
            Source moved = list.getItems().remove(at);
            list.getItems().add(to, moved);
            list.getSelectionModel().clearAndSelect(to);
        }
    }
}
