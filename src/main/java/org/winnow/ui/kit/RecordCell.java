package org.winnow.ui.kit;

import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.Verdict;
import org.winnow.store.RecordRow;

/** A line of a list to be decided on: title, first authors and year, and the reviewer's own verdict as a word. */
public final class RecordCell extends LineCell<RecordId, RecordRow> {
    private final Texts texts;

    public RecordCell(RecordList list, Texts texts) {
        super(list);
        this.texts = texts;
    }

    @Override
    protected void show(RecordId id, RecordRow row) {
        title.setText(row.title().isEmpty() ? texts.get("screening.untitled") : row.title());
        detail.setText(row.authors() + (row.year() == null ? "" : "  " + row.year()));
        Verdict mine = row.mine();
        boolean missing = row.retrieval() == Retrieval.NOT_RETRIEVED;
        state.setVisible(mine != null || missing);
        state.setManaged(state.isVisible());
        state.getStyleClass().removeAll("include", "exclude", "maybe", "conflict");
        if (mine != null) {
            state.setText(texts.get("verdict." + mine.key()));
            state.getStyleClass().add(mine.key());
        } else if (missing) {
            state.setText(texts.get("retrieval.not-retrieved"));
        }
    }
}
