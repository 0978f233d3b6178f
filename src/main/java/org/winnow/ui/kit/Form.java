package org.winnow.ui.kit;

import java.util.function.UnaryOperator;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Fields with their labels, one below the other; each may have a hint, and a line that says what is wrong with it. */
public final class Form extends GridPane {
    private final Checks checks = new Checks();
    private int row;

    public Form() {
        getStyleClass().add("form");
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        fields.setFillWidth(true);
        getColumnConstraints().addAll(labels, fields);
    }

    public Form field(String label, Control field) {
        return field(label, field, "");
    }

    public Form field(String label, Node field, String hint) {
        Label name = new Label(label);
        name.setLabelFor(field);
        if (field instanceof TextArea || field instanceof Label || field instanceof VBox) {
            name.getStyleClass().add("beside-text-area");
            setValignment(name, VPos.TOP);
        }
        add(name, 0, row);
        add(field, 1, row++);
        if (field instanceof Control control) {
            control.setMaxWidth(Double.MAX_VALUE);
            control.setAccessibleText(label);
        }
        if (!hint.isEmpty()) {
            add(Labels.wrapped(hint, "muted", "hint"), 1, row++);
        }
        return this;
    }

    /** Checks the field before it; what is wrong, in words and empty where nothing is, is said below it. */
    public Form checked(TextInputControl field, UnaryOperator<String> complaint) {
        add(checks.on(field, complaint), 1, row++);
        return this;
    }

    public Checks checks() {
        return checks;
    }
}
