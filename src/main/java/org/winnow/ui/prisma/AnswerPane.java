package org.winnow.ui.prisma;

import java.util.Objects;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.winnow.prisma.Checklist;
import org.winnow.prisma.FilledChecklist.Line;
import org.winnow.prisma.FilledChecklist.Status;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Choices;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** What an item asks, what the review's data says to it, and the person's answer. */
final class AnswerPane extends ScrollPane {
    private final ChecklistModel model;
    private final Texts texts;
    private final Label section = Labels.muted("");
    private final Label topic = Labels.wrapped("", "heading");
    private final Label statement = Labels.wrapped("");
    private final Label basis = Labels.wrapped("", "muted", "hint");
    private final Label draft = Labels.wrapped("", "muted");
    private final ChoiceBox<Status> status = new ChoiceBox<>();
    private final TextArea text = new TextArea();
    private final TextField location = new TextField();
    private final Label source = Labels.wrapped("", "muted", "hint");
    private @Nullable Line line;

    AnswerPane(ChecklistModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("answer");
        setFitToWidth(true);
        getStyleClass().add("record-page");
        status.setId("answer-status");
        status.getItems().setAll(Status.REPORTED, Status.PARTLY, Status.NOT_APPLICABLE);
        status.setConverter(Choices.words(value -> texts.get("checklist.status." + value.key())));
        text.setId("answer-text");
        text.setWrapText(true);
        text.setPrefRowCount(8);
        location.setId("answer-location");
        Form form = new Form()
                .field(texts.get("checklist.status"), status)
                .field(texts.get("checklist.text"), text)
                .field(texts.get("checklist.location"), location, texts.get("checklist.location.hint"));
        HBox actions = new HBox(
                8,
                Buttons.primary("answer-keep", texts.get("checklist.keep"), this::keep),
                Buttons.plain("answer-clear", texts.get("checklist.clear"), this::clear));
        VBox page = new VBox(10, section, topic, statement, basis, draft, form, actions, source);
        page.getStyleClass().add("answer-page");
        setContent(page);
    }

    void about(Checklist list) {
        source.setText(texts.get("checklist.source", list.note(), list.citation(), list.url()));
    }

    void show(Line now) {
        boolean same = line != null && line.equals(now);
        line = now;
        if (same) {
            return;
        }
        section.setText(now.item().section());
        topic.setText(now.item().id() + "  " + now.item().topic());
        statement.setText(now.item().statement());
        String doubts = String.join(
                "  ",
                now.item().level(),
                now.item().basis(),
                now.item().otherNumber().isEmpty()
                        ? ""
                        : texts.get("checklist.other", now.item().otherNumber()));
        words(basis, doubts.strip());
        words(draft, now.draft().isEmpty() ? "" : texts.get("checklist.draft", now.draft()));
        boolean answered = now.status() != Status.MISSING && now.status() != Status.DRAFTED;
        status.setValue(answered ? now.status() : Status.REPORTED);
        text.setText(now.text());
        location.setText(now.location());
    }

    private static void words(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }

    private void keep() {
        String where = location.getText().replaceFirst("^Proposed: ", "");
        model.answer(Objects.requireNonNull(line), status.getValue(), text.getText(), where);
    }

    private void clear() {
        model.answer(Objects.requireNonNull(line), null, "", "");
    }
}
