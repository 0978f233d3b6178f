package org.winnow.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import org.controlsfx.validation.Severity;
import org.controlsfx.validation.ValidationResult;
import org.controlsfx.validation.ValidationSupport;
import org.controlsfx.validation.decoration.StyleClassValidationDecoration;

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
        support.setValidationDecorator(new StyleClassValidationDecoration("wrong", "doubtful"));
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
