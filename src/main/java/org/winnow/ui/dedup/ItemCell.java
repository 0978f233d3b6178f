package org.winnow.ui.dedup;

import org.winnow.store.DuplicateList.Item;
import org.winnow.store.DuplicateList.Row;
import org.winnow.ui.kit.LineCell;
import org.winnow.ui.kit.PagedList;
import org.winnow.ui.kit.Texts;

/** A line of the list: title, first author and year, and how likely the pair is the same or how many are merged. */
final class ItemCell extends LineCell<Item, Row> {
    private final Texts texts;

    ItemCell(PagedList<Item, Row> list, Texts texts) {
        super(list);
        this.texts = texts;
    }

    @Override
    protected void show(Item item, Row row) {
        title.setText(row.title().isEmpty() ? texts.get("duplicates.untitled") : row.title());
        detail.setText((row.author() + "  " + row.year()).strip());
        state.setVisible(true);
        state.getStyleClass().remove("maybe");
        if (item.doubtful()) {
            state.getStyleClass().add("maybe");
        }
        state.setText(
                item.doubtful()
                        ? row.disputed()
                                ? texts.get("duplicates.disputed")
                                : texts.get("duplicates.doubtful", row.score())
                        : texts.get("duplicates.merged", row.records()));
    }
}
