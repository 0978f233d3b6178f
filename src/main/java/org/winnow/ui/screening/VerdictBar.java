package org.winnow.ui.screening;

import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.winnow.model.Criterion;
import org.winnow.model.Retrieval;
import org.winnow.model.Stage;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** The buttons that decide, each with its key. */
final class VerdictBar extends FlowPane {
    private final ScreeningModel model;
    private final Texts texts;
    private final Button exclude;
    private final ContextMenu reasons = new ContextMenu();

    VerdictBar(ScreeningModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("verdict-bar");
        setId("verdict-bar");
        // A list that stays open would speak of a record that is no longer shown.
        model.cardProperty().subscribe((was, is) -> reasons.hide());
        reasons.addEventFilter(KeyEvent.KEY_PRESSED, this::numberInMenu);
        Button include = button("include", "I", model::include);
        include.getStyleClass().add("success");
        Button maybe = button("maybe", "M", model::maybe);
        exclude = button("exclude", "E", this::excludeOrAsk);
        exclude.getStyleClass().add("danger");
        Button reason =
                Buttons.icon("reasons", texts.get("screening.reasons"), Feather.CHEVRON_UP, null, this::askForReason);
        getChildren().addAll(include, maybe, exclude, reason);
        if (model.stage() == Stage.FULL_TEXT) {
            getChildren().add(button("not-retrieved", "R", () -> model.markRetrieval(Retrieval.NOT_RETRIEVED)));
        }
    }

    private Button button(String id, String key, Runnable action) {
        Button button = Buttons.plain(id, texts.get("screening." + id), action);
        Node cap = Labels.key(key);
        button.setGraphic(cap);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setGraphicTextGap(8);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(texts.get("screening." + id) + ", " + key);
        return button;
    }

    /** Hears when the list of reasons is gone again. */
    void onReasonsClosed(Runnable action) {
        reasons.setOnHidden(e -> action.run());
    }

    /** Whether this is the list of reasons. */
    boolean owns(ContextMenu menu) {
        return menu == reasons;
    }

    private void numberInMenu(KeyEvent e) {
        int number = ScreeningKeys.number(e.getCode());
        if (number > 0) {
            e.consume();
            excludeFor(number);
        }
    }

    /** Excludes at once where a reason is optional, else asks for it. */
    void excludeOrAsk() {
        if (model.reasonIsOptional()) {
            model.exclude(null);
        } else {
            askForReason();
        }
    }

    /** Excludes for the reason with that number in the review's order, from 1; where there is none, shows those there are. */
    void excludeFor(int number) {
        List<Criterion> all = model.surroundingsProperty().get().reasons();
        if (number <= all.size()) {
            reasons.hide();
            model.exclude(all.get(number - 1).id());
        } else {
            askForReason();
        }
    }

    private void askForReason() {
        reasons.getItems().clear();
        int number = 1;
        for (Criterion criterion : model.surroundingsProperty().get().reasons()) {
            MenuItem item = new MenuItem(criterion.label(), Labels.key(number <= 9 ? Integer.toString(number) : " "));
            item.setOnAction(e -> model.exclude(criterion.id()));
            reasons.getItems().add(item);
            number++;
        }
        if (reasons.getItems().isEmpty()) {
            MenuItem none = new MenuItem(texts.get("screening.noReasons"), new FontIcon(Feather.INFO));
            none.setDisable(true);
            reasons.getItems().add(none);
        }
        reasons.show(exclude, Side.TOP, 0, -4);
    }
}
