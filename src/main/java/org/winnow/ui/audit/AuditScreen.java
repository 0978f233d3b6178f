package org.winnow.ui.audit;

import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.RecordId;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.ModelScreen;
import org.winnow.ui.kit.Texts;

/** The trail's entry in the rail. */
public final class AuditScreen extends ModelScreen {
    private final AuditModel model;

    public AuditScreen(AuditModel model, Texts texts, Dialogs dialogs) {
        super(
                "audit",
                texts.get("audit.title"),
                Feather.CLOCK,
                Section.REPORT,
                model,
                () -> new AuditView(model, texts, dialogs));
        this.model = model;
    }

    /** Shows the life of a record that somebody asked for elsewhere. */
    public void open(RecordId record) {
        model.open(record);
    }
}
