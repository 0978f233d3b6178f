package org.winnow.ui.fulltext;

import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.AnnotationKind;
import org.winnow.model.MarkColour;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Texts;

/** Marks what is selected: highlight, underline, note, area, in a colour that has a meaning. */
final class MarkBar extends HBox {
    private final MarksModel model;
    private final Texts texts;
    private final MenuButton colours = new MenuButton();

    MarkBar(MarksModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("mark-bar");
        getChildren()
                .addAll(
                        button(
                                "mark-highlight",
                                "reader.mark.highlight",
                                Feather.EDIT_3,
                                "H",
                                AnnotationKind.HIGHLIGHT),
                        button(
                                "mark-underline",
                                "reader.mark.underline",
                                Feather.UNDERLINE,
                                "L",
                                AnnotationKind.UNDERLINE),
                        waiting("mark-note", "reader.mark.note", Feather.MESSAGE_SQUARE, "N", AnnotationKind.NOTE),
                        waiting("mark-area", "reader.mark.area", Feather.SQUARE, "A", AnnotationKind.AREA),
                        colours());
    }

    private javafx.scene.control.Button button(
            String id, String key, Feather icon, String letter, AnnotationKind kind) {
        return Buttons.icon(id, texts.get(key) + "  (" + letter + ")", icon, null, () -> model.mark(kind));
    }

    /** Stays down until a place has been chosen. */
    private ToggleButton waiting(String id, String key, Feather icon, String letter, AnnotationKind kind) {
        ToggleButton button = ReaderBar.toggle(id, texts.get(key) + "  (" + letter + ")", icon);
        button.setOnAction(e -> {
            model.mark(kind);
            button.setSelected(model.toolProperty().get() == kind);
        });
        model.toolProperty().subscribe(tool -> button.setSelected(tool == kind));
        return button;
    }

    private MenuButton colours() {
        colours.setId("mark-colour");
        colours.getStyleClass().addAll("flat", "button-icon");
        colours.setAccessibleText(texts.get("reader.mark.colour"));
        colours.setTooltip(new Tooltip(texts.get("reader.mark.colour")));
        colours.setMinWidth(USE_PREF_SIZE);
        model.colourProperty().subscribe(now -> colours.setGraphic(swatch(now)));
        model.meaningsProperty().subscribe(now -> offer());
        return colours;
    }

    private void offer() {
        colours.getItems().clear();
        for (MarkColour colour : MarkColour.PALETTE) {
            MenuItem item = new CustomMenuItem(new Label(name(model, texts, colour), swatch(colour)));
            item.setId("colour-" + colour.key().substring(1));
            item.setOnAction(e -> model.colourProperty().set(colour));
            colours.getItems().add(item);
        }
    }

    /** What a colour is called: what it means, else what it is. */
    static String name(MarksModel model, Texts texts, MarkColour colour) {
        String meaning = model.meaningsProperty().get().getOrDefault(colour, "");
        return meaning.isEmpty() ? texts.getOr("reader.colour." + colour.key().substring(1), colour.key()) : meaning;
    }

    static Rectangle swatch(MarkColour colour) {
        Rectangle swatch = new Rectangle(14, 14, colour(colour));
        swatch.getStyleClass().add("swatch");
        return swatch;
    }

    /** The colour is the mark's own, not the theme's. */
    static Color colour(MarkColour colour) {
        int rgb = colour.rgb();
        return Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }
}
