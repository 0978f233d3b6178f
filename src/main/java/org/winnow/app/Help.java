package org.winnow.app;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** The sheet of keyboard shortcuts, and what this program is. */
final class Help {
    private final Dialogs dialogs;
    private final Texts texts;

    Help(Dialogs dialogs, Texts texts) {
        this.dialogs = dialogs;
        this.texts = texts;
    }

    /** Each line of the text {@code help.keys} is a key and what it does, divided by {@code =}. */
    void keys() {
        GridPane grid = new GridPane(16, 6);
        int row = 0;
        for (String line : texts.get("help.keys").split("\\|")) {
            String[] parts = line.split("=", 2);
            grid.addRow(row++, Labels.key(parts[0].strip()), new Label(parts[1].strip()));
        }
        dialogs.show(texts.get("menu.keys"), grid);
    }

    void about() {
        String version = Help.class.getPackage().getImplementationVersion();
        dialogs.tell(texts.get("app.name"), texts.get("help.about", version == null ? "" : version));
    }
}
