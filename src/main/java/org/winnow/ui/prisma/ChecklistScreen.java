package org.winnow.ui.prisma;

import org.kordamp.ikonli.feather.Feather;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.ModelScreen;
import org.winnow.ui.kit.Texts;

/** The checklists' entry in the rail. */
public final class ChecklistScreen extends ModelScreen {
    public ChecklistScreen(ChecklistModel model, Texts texts, Dialogs dialogs) {
        super(
                "checklist",
                texts.get("checklist.title"),
                Feather.CHECK_SQUARE,
                Section.REPORT,
                model,
                () -> new ChecklistView(model, texts, dialogs));
    }
}
