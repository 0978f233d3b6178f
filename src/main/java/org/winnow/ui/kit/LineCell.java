package org.winnow.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list that comes a page at a time: a title, a detail below it, and a word at its right.
 *
 * @param <I> what the list holds
 * @param <R> what is read of it once it comes into view
 */
public abstract class LineCell<I, R> extends ListCell<I> {
    /** Of every line, in pixels. */
    public static final double HEIGHT = 78;

    protected final Label title = new Label();
    protected final Label detail = new Label();
    protected final Label state = Labels.pill("", "none");
    private final PagedList<I, R> list;
    private final HBox line;

    // The list tells of arrivals long after the cell is made.
    @SuppressWarnings("this-escape")
    protected LineCell(PagedList<I, R> list) {
        this.list = list;
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

    /** Writes the line, its state too. */
    protected abstract void show(I item, R row);

    @Override
    protected final void updateItem(@Nullable I item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null || getIndex() < 0 || getIndex() >= list.ids().size()) {
            setGraphic(null);
            return;
        }
        R row = list.row(getIndex());
        setGraphic(line);
        if (row == null) {
            title.setText("");
            detail.setText("");
            state.setVisible(false);
            return;
        }
        show(item, row);
        setAccessibleText(title.getText() + ". " + detail.getText() + ". " + state.getText());
    }
}
