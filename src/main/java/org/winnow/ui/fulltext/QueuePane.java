package org.winnow.ui.fulltext;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.RecordId;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.RecordCell;
import org.winnow.ui.kit.Texts;

/** The reports that are to be read, or were. */
final class QueuePane extends VBox {
    private final ReaderModel model;
    private final Texts texts;
    private final ListView<RecordId> list = new ListView<>();

    QueuePane(ReaderModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("side");
        setMinWidth(200);
        list.setId("reports");
        list.getStyleClass().add("record-list");
        list.setItems(model.list().ids());
        list.setFixedCellSize(RecordCell.HEIGHT);
        list.setCellFactory(v -> new RecordCell(model.list(), texts));
        list.setPlaceholder(Labels.muted(texts.get("reader.queue.empty")));
        list.setAccessibleText(texts.get("reader.queue"));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(title(), choice(), list);
        bind();
    }

    private Node title() {
        Label title = Labels.title(texts.get("reader.title"));
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox line = new HBox(
                title,
                Buttons.icon(
                        "previous-report", texts.get("reader.previous"), Feather.CHEVRON_LEFT, null, model::previous),
                Buttons.icon("next-report", texts.get("reader.next"), Feather.CHEVRON_RIGHT, null, model::next));
        line.getStyleClass().add("side-title");
        return line;
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

    private void bind() {
        model.positionProperty().subscribe(at -> {
            int position = at.intValue();
            if (position != list.getSelectionModel().getSelectedIndex()) {
                list.getSelectionModel().clearAndSelect(position);
            }
            if (position >= 0) {
                list.scrollTo(Math.max(0, position - 2));
            }
        });
        list.getSelectionModel().selectedIndexProperty().subscribe(at -> {
            if (at.intValue() >= 0 && at.intValue() != model.positionProperty().get()) {
                model.go(at.intValue());
            }
        });
    }
}
