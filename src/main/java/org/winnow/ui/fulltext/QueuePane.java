package org.winnow.ui.fulltext;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.WalkList;

/** The reports that are to be read, or were. */
final class QueuePane extends VBox {
    private final ReaderModel model;
    private final Texts texts;

    QueuePane(ReaderModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("side");
        setMinWidth(200);
        WalkList list = new WalkList(
                model.walk(), model.list(), texts, texts.get("reader.queue"), texts.get("reader.queue.empty"));
        list.setId("reports");
        HBox title = WalkList.title(
                model.walk(),
                texts.get("reader.title"),
                new WalkList.Step("previous-report", texts.get("reader.previous")),
                new WalkList.Step("next-report", texts.get("reader.next")));
        getChildren().addAll(title, choice(), list);
    }

    private Node choice() {
        ChoiceBox<Queue> choice = new ChoiceBox<>(FXCollections.observableArrayList(Queue.values()));
        choice.setId("queue-choice");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText(texts.get("reader.queue.choice"));
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Queue queue) {
                return queue == null ? "" : texts.get(queue.key());
            }

            @Override
            public Queue fromString(String text) {
                throw new UnsupportedOperationException("choices are never typed");
            }
        });
        choice.valueProperty().bindBidirectional(model.queueProperty());
        VBox box = new VBox(choice);
        box.getStyleClass().add("filter-bar");
        return box;
    }
}
