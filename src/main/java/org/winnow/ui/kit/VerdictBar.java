package org.winnow.ui.kit;

import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.winnow.model.Criterion;
import org.winnow.model.Stage;

/** The buttons that decide, each with its key. */
public final class VerdictBar extends FlowPane {
    private final Deciding model;
    private final Texts texts;
    private final Button include;
    private final Button maybe;
    private final Button exclude;
    private final Button notRetrieved;
    private final ContextMenu reasons = new ContextMenu();
    private VerdictKeys keys = VerdictKeys.USUAL;

    public VerdictBar(Deciding model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("verdict-bar");
        setId("verdict-bar");
        reasons.addEventFilter(KeyEvent.KEY_PRESSED, this::numberInMenu);
        include = button("include", model::include);
        include.getStyleClass().add("success");
        maybe = button("maybe", model::maybe);
        exclude = button("exclude", this::excludeOrAsk);
        exclude.getStyleClass().add("danger");
        notRetrieved = button("not-retrieved", model::notRetrieved);
        Button reason =
                Buttons.icon("reasons", texts.get("screening.reasons"), Feather.CHEVRON_UP, null, this::askForReason);
        getChildren().addAll(include, maybe, exclude, reason);
        if (model.stage() == Stage.FULL_TEXT) {
            getChildren().add(notRetrieved);
        }
        decideWith(VerdictKeys.USUAL);
    }

    private Button button(String id, Runnable action) {
        return Buttons.plain(id, texts.get("screening." + id), action);
    }

    /** These keys decide from now on, and stand on the buttons. */
    public final void decideWith(VerdictKeys now) {
        keys = now;
        Buttons.keyed(include, now.include());
        Buttons.keyed(maybe, now.maybe());
        Buttons.keyed(exclude, now.exclude());
        Buttons.keyed(notRetrieved, now.notRetrieved());
    }

    /** The keys of a screen decide also while the list of reasons is open. */
    public void listenWith(WindowKeys keys) {
        keys.alsoWhileOpen(menu -> menu == reasons);
        reasons.setOnHidden(e -> keys.release());
    }

    /** Another record is in front: a list of reasons that stays open would speak of the one before. */
    public void closeReasons() {
        reasons.hide();
    }

    /** What a key says of the record in front, or null where it says nothing. */
    public @Nullable Runnable command(KeyCode code) {
        int number = number(code);
        if (number > 0) {
            return () -> excludeFor(number);
        }
        if (code == keys.include()) {
            return model::include;
        }
        if (code == keys.maybe()) {
            return model::maybe;
        }
        if (code == keys.exclude()) {
            return this::excludeOrAsk;
        }
        if (code == keys.undecided()) {
            return model::withdraw;
        }
        return code == keys.notRetrieved() && model.stage() == Stage.FULL_TEXT ? model::notRetrieved : null;
    }

    /** The digit on a key, from 1 to 9; 0 for every other key. */
    private static int number(KeyCode code) {
        String name = code.getName();
        return code.isDigitKey() ? name.charAt(name.length() - 1) - '0' : 0;
    }

    private void numberInMenu(KeyEvent e) {
        int number = number(e.getCode());
        if (number > 0) {
            e.consume();
            excludeFor(number);
        }
    }

    /** Excludes at once where a reason is optional, else asks for it. */
    private void excludeOrAsk() {
        if (model.reasonIsOptional()) {
            model.exclude(null);
        } else {
            askForReason();
        }
    }

    /** Excludes for the reason with that number in the review's order, from 1; where there is none, shows those there are. */
    private void excludeFor(int number) {
        List<Criterion> all = model.reasons();
        if (number <= all.size()) {
            reasons.hide();
            model.exclude(all.get(number - 1).id());
        } else {
            askForReason();
        }
    }

    private void askForReason() {
        reasons.getItems().clear();
        if (!model.reasonIsOptional() && model.reasons().size() > 1) {
            MenuItem rule = new MenuItem(texts.get("screening.reasons.first"), new FontIcon(Feather.INFO));
            rule.setDisable(true);
            reasons.getItems().addAll(rule, new SeparatorMenuItem());
        }
        int number = 1;
        for (Criterion criterion : model.reasons()) {
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
