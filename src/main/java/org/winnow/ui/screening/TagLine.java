package org.winnow.ui.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.winnow.model.Tag;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** The tags of the record in front, the field that makes new ones as they are typed, and the others with their keys. */
final class TagLine extends FlowPane {
    private static final int MOST_OFFERED = 8;

    private final ScreeningModel model;
    private final Texts texts;
    private final Runnable leave;
    private final TextField field = TextFields.createClearableTextField();
    private final MenuButton menu = new MenuButton("", new FontIcon(Feather.TAG));
    private final HBox entry = new HBox(8, field, menu);
    private List<Tag> on = List.of();

    /** @param leave gives the focus back once a tag is written */
    TagLine(ScreeningModel model, Texts texts, Runnable leave) {
        super(6, 6);
        this.model = model;
        this.texts = texts;
        this.leave = leave;
        getStyleClass().add("tag-line");
        field.setId("new-tag");
        field.setPromptText(texts.get("screening.tag.prompt"));
        field.setAccessibleText(texts.get("screening.tag.prompt"));
        field.setPrefColumnCount(12);
        field.setOnAction(e -> put(field.getText()));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::complete);
        field.textProperty().subscribe(this::fill);
        entry.setAlignment(Pos.CENTER_LEFT);
        menu.setId("known-tags");
        menu.getStyleClass().addAll("flat", "button-icon", "no-arrow");
        menu.setAccessibleText(texts.get("screening.tag.known"));
        menu.setTooltip(new Tooltip(texts.get("screening.tag.known")));
        menu.setOnShowing(e -> fillMenu());
        model.surroundingsProperty().subscribe(this::fill);
        model.cardProperty().subscribe(card -> {
            on = card == null ? List.of() : card.tags();
            fill();
        });
    }

    void edit() {
        field.requestFocus();
    }

    private void put(String name) {
        model.edits().tag(name);
        field.clear();
        leave.run();
    }

    /** Tab takes the first tag that begins like what is typed. */
    private void complete(KeyEvent e) {
        List<Tag> fitting = offered();
        if (e.getCode() == KeyCode.TAB && !e.isShiftDown() && !typed().isEmpty() && !fitting.isEmpty()) {
            e.consume();
            put(fitting.get(0).name());
        }
    }

    private String typed() {
        return field.getText() == null ? "" : field.getText().strip();
    }

    /** Tags that the record does not carry and that have what is typed in them; those that begin with it first. */
    private List<Tag> offered() {
        String typed = typed().toLowerCase(Locale.ROOT);
        List<Tag> begin = new ArrayList<>();
        List<Tag> hold = new ArrayList<>();
        for (Tag tag : model.surroundingsProperty().get().tags()) {
            String name = tag.name().toLowerCase(Locale.ROOT);
            if (on.stream().noneMatch(t -> t.id().equals(tag.id())) && name.contains(typed)) {
                (name.startsWith(typed) ? begin : hold).add(tag);
            }
        }
        begin.addAll(hold);
        return begin;
    }

    private void fill() {
        List<Node> nodes = new ArrayList<>();
        on.forEach(tag -> nodes.add(pill(tag)));
        nodes.add(entry);
        String typed = typed();
        boolean known = model.surroundingsProperty().get().tags().stream()
                .anyMatch(t -> t.name().equalsIgnoreCase(typed));
        if (!typed.isEmpty() && !known) {
            Button make = Buttons.plain("make-tag", texts.get("screening.tag.make", typed), () -> put(typed));
            nodes.add(chip(make, Labels.key("\u23CE")));
        }
        List<Tag> offered = offered();
        offered.stream()
                .limit(MOST_OFFERED)
                .forEach(tag -> nodes.add(offer(tag, !typed.isEmpty() && tag == offered.get(0))));
        menu.setDisable(model.surroundingsProperty().get().tags().isEmpty());
        // The field stays where it is: taken out and put back, it would lose the focus in the middle of a word.
        int place = getChildren().indexOf(entry);
        if (place < 0) {
            getChildren().setAll(nodes);
        } else {
            int mine = nodes.indexOf(entry);
            getChildren().remove(place + 1, getChildren().size());
            getChildren().remove(0, place);
            getChildren().addAll(0, nodes.subList(0, mine));
            getChildren().addAll(nodes.subList(mine + 1, nodes.size()));
        }
    }

    private HBox pill(Tag tag) {
        HBox pill = new HBox(
                2,
                new Label(tag.name()),
                Buttons.icon(
                        "untag-" + tag.id(),
                        texts.get("screening.tag.remove", tag.name()),
                        Feather.X,
                        null,
                        () -> model.edits().untag(tag.name())));
        pill.getStyleClass().addAll("pill", "tag", "tag-" + tag.colour().key());
        pill.setMaxHeight(USE_PREF_SIZE);
        return pill;
    }

    /** A tag that one key or click puts on. */
    private Button offer(Tag tag, boolean next) {
        Button button = Buttons.plain("tag-" + tag.id(), tag.name(), () -> put(tag.name()));
        button.setMnemonicParsing(false);
        button.getStyleClass().add("tag-" + tag.colour().key());
        String key = next ? "\u21E5" : tag.letter().isEmpty() ? "" : "\u21E7" + tag.letter();
        return chip(button, key.isEmpty() ? null : Labels.key(key));
    }

    private static Button chip(Button button, @Nullable Label key) {
        button.getStyleClass().addAll("pill", "tag-offer");
        button.setGraphic(key);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setFocusTraversable(false);
        return button;
    }

    private void fillMenu() {
        menu.getItems().clear();
        for (Tag tag : model.surroundingsProperty().get().tags()) {
            Label dot = new Label("\u25CF");
            dot.getStyleClass().addAll("tag-dot", "tag-" + tag.colour().key());
            String key = tag.letter().isEmpty() ? "" : "   \u21E7" + tag.letter();
            MenuItem item = new MenuItem(tag.name() + key, dot);
            item.setMnemonicParsing(false);
            item.setOnAction(e -> model.edits().toggle(tag));
            menu.getItems().add(item);
        }
    }
}
