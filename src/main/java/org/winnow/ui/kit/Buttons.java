package org.winnow.ui.kit;

import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes buttons with an id, a name for screen readers, a tooltip with the key, and the theme's style classes. */
public final class Buttons {
    private Buttons() {}

    /** The one button of a place that leads on. */
    public static Button primary(String id, String text, Runnable action) {
        Button button = plain(id, text, action);
        button.getStyleClass().add("accent");
        return button;
    }

    public static Button plain(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setOnAction(e -> action.run());
        return button;
    }

    /** A button with text and icon. */
    public static Button withIcon(String id, String text, Feather icon, Runnable action) {
        Button button = plain(id, text, action);
        button.setGraphic(new FontIcon(icon));
        return button;
    }

    /** A button that shows only an icon; its text is the tooltip and the name for screen readers. */
    public static Button icon(String id, String text, Feather icon, @Nullable KeyCombination key, Runnable action) {
        Button button = withIcon(id, "", icon, action);
        button.getStyleClass().addAll("button-icon", "flat");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        explain(button, text, key);
        return button;
    }

    /** Writes the key that does the same onto a button, and into its name for screen readers. */
    public static void keyed(Button button, KeyCode key) {
        button.setGraphic(Labels.key(key.getName()));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setGraphicTextGap(8);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(button.getText() + ", " + key.getName());
    }

    public static ToggleButton toggle(String id, String text) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        return button;
    }

    /** Choices side by side, one of which is taken; each says itself what taking it does. */
    public static SegmentedButton segmented(ToggleButton... choices) {
        for (ToggleButton choice : choices) {
            // Pressed again, the choice stays taken.
            choice.addEventFilter(ActionEvent.ACTION, e -> choice.setSelected(true));
        }
        return new SegmentedButton(choices);
    }

    /** Gives a button a tooltip with its key, and a name for screen readers. */
    public static void explain(ButtonBase button, String text, @Nullable KeyCombination key) {
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(key == null ? text : text + "  (" + key.getDisplayText() + ")"));
    }
}
