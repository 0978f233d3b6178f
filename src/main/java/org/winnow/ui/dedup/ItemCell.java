package org.winnow.ui.dedup;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.winnow.store.DuplicateList.Item;
import org.winnow.store.DuplicateList.Row;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.PagedList;
import org.winnow.ui.kit.Texts;

/** A line of the list: title, first author and year, and how likely the pair is the same or how many are merged. */
final class ItemCell extends ListCell<Item> {
    static final double HEIGHT = 78;

    private final PagedList<Item, Row> list;
    private final Texts texts;
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label state = Labels.pill("", "none");
    private final HBox line;

    ItemCell(PagedList<Item, Row> list, Texts texts) {
        this.list = list;
        this.texts = texts;
        title.getStyleClass().add("row-title");
        title.setMinHeight(20);
        title.setMaxHeight(40);
        detail.getStyleClass().add("row-detail");
        VBox words = new VBox(2, title, detail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        state.setMinWidth(Region.USE_PREF_SIZE);
        line = new HBox(8, words, state);
        setPrefHeight(HEIGHT);
        setPrefWidth(0);
        list.arrivals().subscribe(() -> updateItem(getItem(), isEmpty()));
    }

    @Override
    protected void updateItem(@Nullable Item item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null || getIndex() < 0 || getIndex() >= list.ids().size()) {
            setGraphic(null);
            return;
        }
        Row row = list.row(getIndex());
        setGraphic(line);
        state.setVisible(row != null);
        if (row == null) {
            title.setText("");
            detail.setText("");
            return;
        }
        title.setText(row.title().isEmpty() ? texts.get("duplicates.untitled") : row.title());
        detail.setText((row.author() + "  " + row.year()).strip());
        state.getStyleClass().remove("maybe");
        if (item.doubtful()) {
            state.getStyleClass().add("maybe");
        }
        state.setText(
                item.doubtful()
                        ? texts.get("duplicates.doubtful", row.score())
                        : texts.get("duplicates.merged", row.records()));
        setAccessibleText(title.getText() + ". " + detail.getText() + ". " + state.getText());
    }
}
