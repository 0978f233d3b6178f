package org.winnow.ui.fulltext;

import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Focus;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** Asks for the password of an encrypted file where its pages will be. */
final class PasswordPane extends VBox {
    PasswordPane(FileModel model, Texts texts) {
        setId("reader-locked");
        getStyleClass().add("empty-state");
        FontIcon picture = new FontIcon(Feather.LOCK);
        picture.getStyleClass().add("empty-icon");
        Label why = Labels.wrapped(model.shownProperty().get().message(), "muted", "centered");
        why.setMaxWidth(420);
        PasswordField field = new PasswordField();
        field.setId("pdf-password");
        field.setPromptText(texts.get("reader.locked.password"));
        field.setAccessibleText(texts.get("reader.locked.password"));
        Runnable unlock = () -> model.unlock(field.getText());
        field.setOnAction(e -> unlock.run());
        HBox line = new HBox(8, field, Buttons.primary("unlock", texts.get("reader.locked.open"), unlock));
        line.getStyleClass().add("empty-actions");
        getChildren().addAll(picture, Labels.heading(texts.get("reader.locked.headline")), why, line);
        Focus.give(field);
    }
}
