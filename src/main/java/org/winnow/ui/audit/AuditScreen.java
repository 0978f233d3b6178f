package org.winnow.ui.audit;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.RecordId;
import org.winnow.store.Changes;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.RailScreen;
import org.winnow.ui.kit.Texts;

/** The trail's entry in the rail. */
public final class AuditScreen extends RailScreen {
    private final AuditModel model;
    private final Texts texts;
    private final Dialogs dialogs;

    public AuditScreen(AuditModel model, Texts texts, Dialogs dialogs) {
        super("audit", texts.get("audit.title"), Feather.CLOCK, Section.REPORT);
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
    }

    @Override
    public Node view() {
        return new AuditView(model, texts, dialogs);
    }

    @Override
    public void shown() {
        model.show(true);
    }

    @Override
    public void hidden() {
        model.show(false);
    }

    /** Shows the life of a record that somebody asked for elsewhere. */
    public void open(RecordId record) {
        model.open(record);
    }

    @Override
    public void refresh(Changes changes) {
        model.refresh(changes);
    }
}
