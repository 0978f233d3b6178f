package org.winnow.app;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.PasswordField;
import org.winnow.session.Pack;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Texts;

/** Asks for the password of a session, where it has one. */
final class SessionForm {
    private final Dialogs dialogs;
    private final Texts texts;

    SessionForm(Dialogs dialogs, Texts texts) {
        this.dialogs = dialogs;
        this.texts = texts;
    }

    /** The password, empty where none is needed; nothing where the person has changed their mind. */
    Optional<String> password(Path session) {
        if (!Pack.isLocked(session)) {
            return Optional.of("");
        }
        PasswordField field = new PasswordField();
        field.setId("session-password");
        Form form = new Form().field(texts.get("open.session.password"), field);
        return dialogs.form(texts.get("open.session.locked"), form, texts.get("open.session.unlock"))
                ? Optional.of(field.getText())
                : Optional.empty();
    }
}
