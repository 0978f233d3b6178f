package org.winnow.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a screen shows when it has nothing to show: what is missing, and the button that leads on. */
public final class EmptyState extends VBox {
    public EmptyState(String id, Feather icon, String headline, String sentence, Node... actions) {
        setId(id);
        getStyleClass().add("empty-state");
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add("empty-icon");
        Label text = Labels.wrapped(sentence, "muted");
        text.setMaxWidth(420);
        text.getStyleClass().add("centered");
        HBox buttons = new HBox(8, actions);
        buttons.getStyleClass().add("empty-actions");
        getChildren().addAll(picture, Labels.heading(headline), text, buttons);
    }
}
