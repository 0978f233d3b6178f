package org.winnow.ui.team;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.store.Discussions.Remark;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.team.TeamModel.Conflict;

/** What people say to each other about a conflict, and a field to answer in. */
final class DiscussionPane extends VBox {
    private final TeamModel model;
    private final Texts texts;
    private final DateTimeFormatter time;
    private final VBox remarks = new VBox(6);
    private final TextArea answer = new TextArea();
    private @Nullable Remark edited;
    private @Nullable Conflict shown;

    DiscussionPane(TeamModel model, Texts texts) {
        super(8);
        this.model = model;
        this.texts = texts;
        this.time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.locale());
        setId("discussion");
        answer.setId("remark");
        answer.setPromptText(texts.get("team.remark"));
        answer.setAccessibleText(texts.get("team.remark"));
        answer.setPrefRowCount(2);
        answer.setWrapText(true);
        answer.setTooltip(new Tooltip(texts.get("team.remark.tip")));
        answer.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        HBox say =
                new HBox(8, Buttons.withIcon("say", texts.get("team.say"), Feather.MESSAGE_SQUARE, this::say), hint());
        say.getStyleClass().add("line");
        getChildren().addAll(Labels.heading(texts.get("team.discussion")), remarks, answer, say);
        model.chosenProperty().subscribe(this::show);
    }

    private Label hint() {
        Label hint = Labels.muted(texts.get("team.say.hint"));
        hint.getStyleClass().add("hint");
        return hint;
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
            e.consume();
            say();
        }
    }

    /** Leads to the field in which to answer. */
    void answer() {
        answer.requestFocus();
    }

    private void say() {
        Remark before = edited;
        if (before != null) {
            model.edit(before, answer.getText());
        } else {
            model.say(answer.getText());
        }
        edited = null;
        answer.clear();
    }

    private void show(@Nullable Conflict now) {
        Conflict before = shown;
        if (now == null || before == null || !now.id().equals(before.id())) {
            edited = null;
            answer.clear();
        }
        shown = now;
        remarks.getChildren().clear();
        if (now != null) {
            now.remarks().forEach(r -> remarks.getChildren().add(remark(r)));
        }
        remarks.setManaged(!remarks.getChildren().isEmpty());
    }

    private Node remark(Remark remark) {
        String when = time.format(remark.said().atZone(ZoneId.systemDefault()));
        Label who = Labels.wrapped(
                texts.get(
                        remark.edited() ? "team.said.edited" : "team.said",
                        remark.reviewer().name(),
                        when),
                "muted",
                "hint");
        HBox.setHgrow(who, Priority.ALWAYS);
        who.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(4, who);
        boolean mine = remark.reviewer().equals(model.reviewer());
        if (mine) {
            head.getChildren()
                    .addAll(
                            Buttons.icon(
                                    "edit-remark",
                                    texts.get("team.remark.edit"),
                                    Feather.EDIT_2,
                                    null,
                                    () -> edit(remark)),
                            Buttons.icon(
                                    "withdraw-remark",
                                    texts.get("team.remark.withdraw"),
                                    Feather.X,
                                    null,
                                    () -> model.edit(remark, "")));
        }
        VBox box = new VBox(2, head, Labels.wrapped(remark.text()));
        box.getStyleClass().addAll("remark", mine ? "own" : "others");
        return box;
    }

    private void edit(Remark remark) {
        edited = remark;
        answer.setText(remark.text());
        answer.requestFocus();
        answer.end();
    }
}
