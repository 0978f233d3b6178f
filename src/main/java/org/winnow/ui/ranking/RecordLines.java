package org.winnow.ui.ranking;

import java.util.function.Consumer;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.winnow.store.RecordRow;
import org.winnow.ui.kit.Texts;

/** What the lists of this screen have in common: how a record is named, and that Enter or two clicks open a line. */
final class RecordLines {
    private RecordLines() {}

    static <T> void opening(ListView<T> list, Consumer<T> open) {
        list.getStyleClass().add("record-list");
        list.setOnKeyPressed(e -> {
            T item = list.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.ENTER && item != null) {
                open.accept(item);
                e.consume();
            }
        });
        list.setOnMouseClicked(e -> {
            T item = list.getSelectionModel().getSelectedItem();
            if (e.getClickCount() == 2 && item != null) {
                open.accept(item);
            }
        });
    }

    static String title(RecordRow row, Texts texts) {
        return row.title().isEmpty() ? texts.get("screening.untitled") : row.title();
    }

    static String detail(RecordRow row) {
        return row.authors() + (row.year() == null ? "" : "  " + row.year());
    }
}
