package org.winnow.ui.fulltext;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.dfllm.dataset.Evidence;
import org.winnow.dfllm.dataset.Item;
import org.winnow.dfllm.dataset.State;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.WrappedCell;

/** The questions about the report and what people say of them, or the one that is being written. */
final class QuestionsPane extends BorderPane {
    private final QuestionsModel model;
    private final Texts texts;
    private final ListView<Item> list = new ListView<>();
    private final FlowPane actions = new FlowPane(6, 6);

    QuestionsPane(QuestionsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("find-pane");
        setId("questions-pane");
        list.setId("questions");
        list.setItems(model.questions());
        list.setAccessibleText(texts.get("reader.questions"));
        Label none = Labels.wrapped(texts.get("reader.questions.none"), "muted", "centered");
        none.setMaxWidth(180);
        list.setPlaceholder(none);
        list.setCellFactory(view -> new Cell());
        actions();
        bind();
    }

    private void actions() {
        actions.getStyleClass().add("mark-editor");
        Button accept = Buttons.plain("question-accept", texts.get("language.accept"), () -> model.say(true));
        Button reject = Buttons.plain("question-reject", texts.get("language.reject"), () -> model.say(false));
        Button edit = Buttons.plain("question-edit", texts.get("language.edit"), model::change);
        Button reword = Buttons.plain("question-reword", texts.get("reader.question.reword"), model::reword);
        for (Button button : new Button[] {accept, edit, reject, reword}) {
            button.disableProperty().bind(model.chosenProperty().isNull());
        }
        actions.getChildren()
                .addAll(
                        Buttons.withIcon(
                                "question-new", texts.get("reader.question.begin"), Feather.PLUS, model::begin),
                        accept,
                        edit,
                        reject,
                        reword);
    }

    private void bind() {
        model.writingProperty().subscribe(now -> {
            boolean none = now == null;
            setCenter(now == null ? list : new QuestionForm(model, now, texts));
            setBottom(none ? actions : null);
        });
        model.chosenProperty().subscribe(item -> {
            if (item == null) {
                list.getSelectionModel().clearSelection();
            } else if (!item.equals(list.getSelectionModel().getSelectedItem())) {
                list.getSelectionModel().select(item);
            }
        });
        list.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null && !item.equals(model.chosenProperty().get())) {
                model.chosenProperty().set(item);
                model.reveal(item);
            }
        });
    }

    private final class Cell extends WrappedCell<Item> {
        private final VBox box = new VBox(3);
        private final Label asked = Labels.wrapped("", "field-name");
        private final Label answer = Labels.wrapped("", "found-line");
        private final Label who = Labels.wrapped("", "hint");

        Cell() {
            answer.setMaxHeight(54);
            answer.setMinHeight(0);
            box.getChildren().addAll(asked, answer, who);
        }

        @Override
        protected void updateItem(@Nullable Item item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            asked.setText(item.question());
            answer.setText(item.answer());
            who.setText(said(item));
            setAccessibleText(item.question() + " " + item.answer() + " " + who.getText());
            setGraphic(box);
        }
    }

    private String said(Item item) {
        int page = item.evidence().stream().mapToInt(Evidence::page).max().orElse(0);
        String state = texts.get("language.state." + item.state().key());
        String who = item.state() == State.DRAFT || item.by().isEmpty()
                ? state
                : texts.get("reader.question.said", state, item.by());
        return page == 0 ? who : texts.get("reader.question.place", page, who);
    }
}
