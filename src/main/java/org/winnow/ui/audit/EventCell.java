package org.winnow.ui.audit;

import org.winnow.model.RecordId;
import org.winnow.store.AuditTrail.Event;
import org.winnow.store.AuditTrail.Line;
import org.winnow.ui.kit.LineCell;
import org.winnow.ui.kit.PagedList;
import org.winnow.ui.kit.Texts;

/** One thing that was done: what, and below it by whom, when, and about which record. */
final class EventCell extends LineCell<Long, Line> {
    /** In pixels: a line each for what was done, by whom, and about which record. */
    static final double LOW = 74;

    private final Texts texts;
    private final EventWords words;

    EventCell(PagedList<Long, Line> list, Texts texts) {
        super(list);
        this.texts = texts;
        this.words = new EventWords(texts);
        title.setMaxHeight(20);
        state.setVisible(false);
        state.setManaged(false);
    }

    @Override
    protected void show(Long key, Line line) {
        Event event = line.event();
        RecordId record = event.record();
        title.setText(words.headline(event));
        String by = texts.get("audit.by", words.who(event), words.when(event.at()));
        detail.setText(record == null ? by : texts.get("audit.about", by, record.toString(), line.title()));
    }
}
