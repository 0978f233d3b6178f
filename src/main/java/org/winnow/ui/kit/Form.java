package org.winnow.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Fields with their labels, one below the other; each may have a hint, and a message that shows while it is wrong. */
public final class Form extends GridPane {
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

    /** A message below the field before it, shown while {@code wrong} holds. */
    public Form complaint(String message, ObservableBooleanValue wrong) {
        Label label = Labels.wrapped(message, "complaint");
        label.visibleProperty().bind(Bindings.createBooleanBinding(wrong::get, wrong));
        label.managedProperty().bind(label.visibleProperty());
        add(label, 1, row++);
        return this;
    }
}
