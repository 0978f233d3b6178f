package org.winnow.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Scene;

/** Light or dark: as the system has it, or as the person chose. */
public final class Theme {
    /** What the person chose. */
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);

    /** Held here alone: the preferences live as long as the program, a theme only as long as its window. */
    private final ChangeListener<ColorScheme> following = (scheme, was, is) -> apply();

    public Theme() {
        choice.subscribe(this::apply);
        Platform.getPreferences().colorSchemeProperty().addListener(new WeakChangeListener<>(following));
        apply();
    }

    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /** Whether the window is dark now. */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    private boolean wantsDark() {
        return switch (choice.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    /** Adds our own style sheet, which takes all its colours from the theme. */
    public void dress(Scene scene) {
        scene.getStylesheets().add(styleSheet());
    }

    public static String styleSheet() {
        return Objects.requireNonNull(Theme.class.getResource("/org/winnow/ui/app.css"))
                .toExternalForm();
    }

    private void apply() {
        dark.set(wantsDark());
        Application.setUserAgentStylesheet(
                dark.get() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }
}
