package org.winnow.ui.setup;

import java.util.Arrays;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.Tag;
import org.winnow.model.TagColour;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** The tags of the review, each with its colour and the letter that puts it on. */
final class TagList extends VBox {
    private static final String[] LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");

    private final SetupModel model;
    private final Texts texts;

    TagList(SetupModel model, Texts texts) {
        super(2);
        this.model = model;
        this.texts = texts;
        setId("tags");
        model.rulesProperty().subscribe(rules -> {
            if (rules != null) {
                getChildren().setAll(rules.tags().stream().map(this::line).toList());
                setManaged(!rules.tags().isEmpty());
            }
        });
    }

    private HBox line(Tag tag) {
        Label name = Labels.pill(tag.name(), "tag-" + tag.colour().key());
        name.getStyleClass().add("tag-name");
        HBox room = new HBox(name);
        room.setAlignment(Pos.CENTER_LEFT);
        room.setMinWidth(0);
        HBox.setHgrow(room, Priority.ALWAYS);
        HBox line = new HBox(
                8,
                colour(tag),
                room,
                Labels.muted(texts.get("setup.tags.shift")),
                letter(tag),
                Buttons.icon(
                        "retire-tag-" + tag.id(),
                        texts.get("setup.tags.retire", tag.name()),
                        Feather.X,
                        null,
                        () -> model.retire(tag)));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private MenuButton colour(Tag tag) {
        MenuButton menu = new MenuButton("", dot(tag.colour()));
        menu.setId("colour-" + tag.id());
        menu.getStyleClass().add("flat");
        menu.setAccessibleText(texts.get("setup.tags.colour", tag.name()));
        menu.setTooltip(new Tooltip(texts.get("setup.tags.colour", tag.name())));
        ToggleGroup group = new ToggleGroup();
        for (TagColour colour : TagColour.values()) {
            RadioMenuItem item = new RadioMenuItem(texts.get("colour." + colour.key()), dot(colour));
            item.setToggleGroup(group);
            item.setSelected(colour == tag.colour());
            item.setOnAction(e -> model.look(new Tag(tag.id(), tag.name(), colour, tag.letter())));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static Label dot(TagColour colour) {
        Label dot = new Label("\u25CF");
        dot.getStyleClass().addAll("tag-dot", "tag-" + colour.key());
        return dot;
    }

    private ChoiceBox<String> letter(Tag tag) {
        ChoiceBox<String> box = new ChoiceBox<>();
        box.setId("letter-" + tag.id());
        box.setAccessibleText(texts.get("setup.tags.letter", tag.name()));
        box.setTooltip(new Tooltip(texts.get("setup.tags.letter", tag.name())));
        box.getItems()
                .setAll(Stream.concat(Stream.of("\u2013"), Arrays.stream(LETTERS))
                        .toList());
        box.setValue(tag.letter().isEmpty() ? "\u2013" : tag.letter());
        box.setPrefWidth(64);
        box.setMinWidth(64);
        box.valueProperty()
                .subscribe((was, is) -> model.look(new Tag(
                        tag.id(),
                        tag.name(),
                        tag.colour(),
                        is.length() == 1 && Character.isLetter(is.charAt(0)) ? is : "")));
        return box;
    }
}
