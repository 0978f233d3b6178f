package org.winnow.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Text in the sizes that the window uses, and the header that every screen has. */
public final class Labels {
    private Labels() {}

    public static Label title(String text) {
        return styled(text, "screen-title");
    }

    public static Label heading(String text) {
        return styled(text, "heading");
    }

    public static Label muted(String text) {
        return styled(text, "muted");
    }

    public static Label wrapped(String text, String... styles) {
        Label label = styled(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A key as it is printed on the keyboard. */
    public static Label key(String text) {
        Label label = styled(text, "key-cap");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** A small filled word, such as a verdict or a tag. */
    public static Label pill(String text, String style) {
        return styled(text, "pill", style);
    }

    /** Shows a control to somebody who may read what is set in it and not change it: it stays as legible as text. */
    public static void onlyRead(Node control, boolean now) {
        control.setDisable(now);
        control.getStyleClass().remove("only-read");
        if (now) {
            control.getStyleClass().add("only-read");
        }
    }

    private static Label styled(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** The title with the actions at its right, and below both a line of explanation. */
    public static VBox header(String title, Node explanation, Node... actions) {
        Label heading = title(title);
        heading.setMinWidth(Region.USE_PREF_SIZE);
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        HBox line = new HBox(8, heading);
        line.setAlignment(Pos.CENTER_LEFT);
        for (Node action : actions) {
            if (action instanceof Region region) {
                region.setMinWidth(Region.USE_PREF_SIZE);
            }
        }
        line.getChildren().addAll(actions);
        VBox header = new VBox(2, line, explanation);
        header.getStyleClass().add("screen-header");
        return header;
    }
}
