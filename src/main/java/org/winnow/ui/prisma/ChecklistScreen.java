package org.winnow.ui.prisma;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.store.Changes;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.RailScreen;
import org.winnow.ui.kit.Texts;

/** The checklists' entry in the rail. */
public final class ChecklistScreen extends RailScreen {
    private final ChecklistModel model;
    private final Texts texts;
    private final Dialogs dialogs;

    public ChecklistScreen(ChecklistModel model, Texts texts, Dialogs dialogs) {
        super("checklist", texts.get("checklist.title"), Feather.CHECK_SQUARE, Section.REPORT);
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
    }

    @Override
    public Node view() {
        return new ChecklistView(model, texts, dialogs);
    }

    @Override
    public void shown() {
        model.show(true);
    }

    @Override
    public void hidden() {
        model.show(false);
    }

    @Override
    public void refresh(Changes changes) {
        model.refresh(changes);
    }
}
