package org.winnow.ui.team;

import java.nio.file.Path;
import javafx.scene.control.PasswordField;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Texts;

/** Looks what a session would bring, after asking for its password where it has one. */
final class SessionLook {
    private final TeamModel model;
    private final Texts texts;
    private final Dialogs dialogs;

    SessionLook(TeamModel model, Texts texts, Dialogs dialogs) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
    }

    void at(Path file) {
        if (!model.isLocked(file)) {
            model.look(file, "");
            return;
        }
        PasswordField field = new PasswordField();
        field.setId("merge-password");
        Form form = new Form().field(texts.get("team.pack.password"), field);
        if (dialogs.form(texts.get("team.merge.locked"), form, texts.get("team.merge.unlock"))) {
            model.look(file, field.getText());
        }
    }
}
