package org.winnow.ui.kit;

import java.util.Optional;
import javafx.scene.control.PasswordField;

/** Asks for the password of an encrypted file. */
public final class PasswordForm {
    private PasswordForm() {}

    /**
     * @param file its name
     * @param wrong whether one was tried that does not open it
     * @return what was typed; empty where the file is to be left out
     */
    public static Optional<String> ask(Dialogs dialogs, Texts texts, String file, boolean wrong) {
        PasswordField field = new PasswordField();
        field.setId("file-password");
        String hint = texts.get(wrong ? "password.wrong" : "password.hint");
        Form form = new Form().field(texts.get("password.field"), field, hint);
        return dialogs.form(texts.get("password.ask", file), form, texts.get("password.open"))
                ? Optional.of(field.getText())
                : Optional.empty();
    }
}
