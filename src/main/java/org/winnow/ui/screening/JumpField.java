package org.winnow.ui.screening;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** Goes to a record by its place in the list, its number, DOI or PubMed id. There only while it is asked. */
final class JumpField extends VBox {
    private final ScreeningModel model;
    private final Texts texts;
    private final Runnable leave;
    private final TextField field = TextFields.createClearableTextField();
    private final Label complaint = Labels.wrapped("", "complaint");

    /** @param leave gives the focus back */
    JumpField(ScreeningModel model, Texts texts, Runnable leave) {
        super(4);
        this.model = model;
        this.texts = texts;
        this.leave = leave;
        getStyleClass().add("jump");
        field.setId("jump");
        field.setPromptText(texts.get("screening.jump.prompt"));
        field.setAccessibleText(texts.get("screening.jump.prompt"));
        field.setOnAction(e -> go());
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                close();
            }
        });
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                show(false);
            }
        });
        complaint.setId("jump-complaint");
        getChildren().addAll(field, complaint);
        show(false);
        say("");
    }

    void ask() {
        say("");
        field.clear();
        show(true);
        field.requestFocus();
    }

    private void go() {
        say("");
        model.jump(
                field.getText().strip(),
                this::close,
                what -> say(texts.get(what, field.getText().strip())));
    }

    private void close() {
        show(false);
        leave.run();
    }

    private void say(String words) {
        complaint.setText(words);
        complaint.setVisible(!words.isEmpty());
        complaint.setManaged(!words.isEmpty());
    }

    private void show(boolean now) {
        setVisible(now);
        setManaged(now);
    }
}
