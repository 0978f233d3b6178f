package org.winnow.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import org.controlsfx.validation.Severity;
import org.controlsfx.validation.ValidationMessage;
import org.controlsfx.validation.ValidationResult;
import org.controlsfx.validation.ValidationSupport;
import org.controlsfx.validation.decoration.ValidationDecoration;

/**
 * Says below each field what is wrong with it: once it has been left, or once the person tried to go on. Nothing is
 * held back by a button that is grey without a word.
 */
public final class Checks {
    private record Checked(TextInputControl field, StringBinding complaint, BooleanProperty told) {
        boolean wrong() {
            return !complaint.get().isEmpty();
        }
    }

    private final ValidationSupport support = new ValidationSupport();
    private final List<Checked> all = new ArrayList<>();
    private Runnable resized = () -> {};

    public Checks() {
        support.setValidationDecorator(new Mark());
        // From the beginning, not only once something has been typed: what is told we say ourselves.
        support.initInitialDecoration();
    }

    /** Marks a field by its style class alone: the library's own marks wrap the root of the window in a pane of theirs. */
    private static final class Mark implements ValidationDecoration {
        private static final String WRONG = "wrong";

        @Override
        public void removeDecorations(Control target) {
            target.getStyleClass().remove(WRONG);
        }

        @Override
        public void applyValidationDecoration(ValidationMessage message) {
            if (!message.getTarget().getStyleClass().contains(WRONG)) {
                message.getTarget().getStyleClass().add(WRONG);
            }
        }

        @Override
        public void applyRequiredDecoration(Control target) {}
    }

    /**
     * Checks a field.
     *
     * @param complaint what is wrong with its text, in words; empty where nothing is
     * @return the line that says so, to be put below the field
     */
    public Label on(TextInputControl field, UnaryOperator<String> complaint) {
        StringBinding now = Bindings.createStringBinding(() -> complaint.apply(text(field)), field.textProperty());
        Checked checked = new Checked(field, now, new SimpleBooleanProperty());
        all.add(checked);
        support.registerValidator(
                field,
                false,
                (control, text) -> ValidationResult.fromMessageIf(
                        control, now.get(), Severity.ERROR, checked.told().get() && checked.wrong()));
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                tell(checked);
            }
        });
        return line(checked);
    }

    private Label line(Checked checked) {
        Label line = Labels.wrapped("", "complaint");
        line.textProperty().bind(checked.complaint());
        line.visibleProperty().bind(checked.told().and(checked.complaint().isNotEmpty()));
        line.managedProperty().bind(line.visibleProperty());
        line.visibleProperty().subscribe(shown -> {
            checked.field().setAccessibleHelp(shown ? checked.complaint().get() : null);
            resized.run();
        });
        return line;
    }

    /** Hears when lines have come or gone, so that the window around them can make room. */
    void onResized(Runnable action) {
        resized = action;
    }

    private void tell(Checked checked) {
        checked.told().set(true);
        support.revalidate(checked.field());
    }

    /** Whether nothing is wrong. Where something is, all of it is said and the first such field gets the focus. */
    public boolean pass() {
        all.forEach(this::tell);
        List<Checked> wrong = all.stream().filter(Checked::wrong).toList();
        if (!wrong.isEmpty()) {
            wrong.get(0).field().requestFocus();
        }
        return wrong.isEmpty();
    }

    private static String text(TextInputControl field) {
        return field.getText() == null ? "" : field.getText().strip();
    }
}
