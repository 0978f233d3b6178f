package org.winnow.ui.fulltext;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.ask.Label;
import org.winnow.dfllm.dataset.Item;
import org.winnow.dfllm.dataset.Level;
import org.winnow.ui.fulltext.QuestionDesk.Passage;
import org.winnow.ui.fulltext.QuestionsModel.Writing;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Focus;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** A question with its answer, as it is written or changed. */
final class QuestionForm extends ScrollPane {
    private final QuestionsModel model;
    private final Texts texts;
    private final TextArea question;
    private final TextArea answer;
    private final ComboBox<Level> level = new ComboBox<>();
    private final ComboBox<@Nullable Label> label = new ComboBox<>();
    private final VBox fields = new VBox(6);

    QuestionForm(QuestionsModel model, Writing writing, Texts texts) {
        this.model = model;
        this.texts = texts;
        Item changed = writing.changed();
        this.question = area("question-text", changed == null ? "" : changed.question(), 3);
        this.answer = area("question-answer", writing.answer(), 5);
        setFitToWidth(true);
        getStyleClass().add("question-form");
        fields.getChildren().add(Labels.wrapped(texts.get(headline(writing)), "field-name"));
        writing.passages().forEach(passage -> fields.getChildren().add(quote(passage)));
        named("language.column.question", question);
        named("language.column.answer", answer);
        if (changed == null) {
            choices(writing);
        }
        fields.getChildren().add(buttons());
        setContent(fields);
        Focus.give(question);
    }

    private void named(String key, Control field) {
        javafx.scene.control.Label name = Labels.wrapped(texts.get(key), "hint");
        name.setLabelFor(field);
        field.setAccessibleText(texts.get(key));
        fields.getChildren().add(new VBox(2, name, field));
    }

    private static String headline(Writing writing) {
        return writing.changed() != null
                ? "language.edit.headline"
                : writing.sameAs() != null
                        ? "reader.question.other"
                        : writing.passages().isEmpty() ? "reader.question.whole" : "reader.question.passage";
    }

    private Node quote(Passage passage) {
        javafx.scene.control.Label words = Labels.wrapped(
                texts.get(
                        "reader.question.quote", passage.page(), passage.words().replaceAll("\\s+", " ")),
                "hint");
        words.setMaxHeight(70);
        words.setMinHeight(0);
        return words;
    }

    private TextArea area(String id, String text, int rows) {
        TextArea area = new TextArea(text);
        area.setId(id);
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        area.setPrefColumnCount(10);
        // Ctrl+Enter keeps what was written; Enter alone begins a new line.
        area.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
                e.consume();
                keep();
            }
        });
        return area;
    }

    private void choices(Writing writing) {
        choice(
                level,
                "question-level",
                List.of(Level.values()),
                one -> texts.get("language.level." + (one == null ? Level.PAPER : one).key()));
        level.setValue(writing.level());
        choice(
                label,
                "question-label",
                List.of(Label.values()),
                one -> one == null
                        ? texts.get("reader.question.label.none")
                        : texts.get("reader.question.label." + one.name()));
        label.getItems().addFirst(null);
        label.setPromptText(texts.get("reader.question.label.none"));
        named("language.column.level", level);
        named("reader.question.label", label);
    }

    private <T> void choice(ComboBox<T> box, String id, List<? extends T> all, Function<@Nullable T, String> name) {
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T of) {
                return name.apply(of);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("choices are never typed");
            }
        });
        box.getItems().setAll(all);
    }

    private Node buttons() {
        Button keep = Buttons.primary("question-keep", texts.get("reader.question.keep"), this::keep);
        BooleanBinding empty = Bindings.createBooleanBinding(
                () -> question.getText().isBlank() || answer.getText().isBlank(),
                question.textProperty(),
                answer.textProperty());
        keep.disableProperty().bind(empty);
        Button cancel = Buttons.plain("question-cancel", texts.get("reader.question.cancel"), model::cancel);
        return new HBox(6, keep, cancel);
    }

    private void keep() {
        Level chosen = level.getValue();
        model.keep(question.getText(), answer.getText(), chosen == null ? Level.PAPER : chosen, label.getValue());
    }
}
