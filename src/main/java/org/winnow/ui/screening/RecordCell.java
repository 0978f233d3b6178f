package org.winnow.ui.screening;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.Verdict;
import org.winnow.store.RecordRow;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.RecordList;
import org.winnow.ui.kit.Texts;

/** A line of the room's list: title, first authors and year, and the reviewer's own verdict as a word. */
final class RecordCell extends ListCell<RecordId> {
    static final double HEIGHT = 78;

    private final RecordList list;
    private final Texts texts;
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label verdict = Labels.pill("", "none");
    private final HBox line;

    RecordCell(RecordList list, Texts texts) {
        this.list = list;
        this.texts = texts;
        title.getStyleClass().add("row-title");
        title.setMinHeight(20);
        title.setMaxHeight(40);
        detail.getStyleClass().add("row-detail");
        VBox words = new VBox(2, title, detail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        verdict.setMinWidth(Region.USE_PREF_SIZE);
        line = new HBox(8, words, verdict);
        setPrefHeight(HEIGHT);
        setPrefWidth(0);
        list.arrivals().subscribe(() -> updateItem(getItem(), isEmpty()));
    }

    @Override
    protected void updateItem(@Nullable RecordId id, boolean empty) {
        super.updateItem(id, empty);
        if (empty || id == null || getIndex() < 0 || getIndex() >= list.ids().size()) {
            setGraphic(null);
            return;
        }
        RecordRow row = list.row(getIndex());
        setGraphic(line);
        if (row == null) {
            title.setText("");
            detail.setText("");
            verdict.setVisible(false);
            return;
        }
        title.setText(row.title().isEmpty() ? texts.get("screening.untitled") : row.title());
        detail.setText(row.authors() + (row.year() == null ? "" : "  " + row.year()));
        showVerdict(row);
        setAccessibleText(title.getText() + ". " + detail.getText() + ". " + verdict.getText());
    }

    private void showVerdict(RecordRow row) {
        Verdict mine = row.mine();
        boolean missing = row.retrieval() == Retrieval.NOT_RETRIEVED;
        verdict.setVisible(mine != null || missing);
        verdict.setManaged(verdict.isVisible());
        verdict.getStyleClass().removeAll("include", "exclude", "maybe", "conflict");
        if (mine != null) {
            verdict.setText(texts.get("verdict." + mine.key()));
            verdict.getStyleClass().add(mine.key());
        } else if (missing) {
            verdict.setText(texts.get("retrieval.not-retrieved"));
        }
    }
}
