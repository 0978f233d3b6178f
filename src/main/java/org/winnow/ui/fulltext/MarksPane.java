package org.winnow.ui.fulltext;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Annotation;
import org.winnow.model.Criterion;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.WrappedCell;

/** The marks of the file in the order of its pages; one that is chosen is gone to, and can be changed below the list. */
final class MarksPane extends VBox {
    private final MarksModel model;
    private final Texts texts;
    private final ListView<Annotation> list = new ListView<>();

    MarksPane(ReaderModel reader, Texts texts) {
        this.model = reader.marks();
        this.texts = texts;
        getStyleClass().add("find-pane");
        list.setId("marks");
        list.setItems(model.marks());
        list.setAccessibleText(texts.get("reader.marks"));
        Label none = Labels.wrapped(texts.get("reader.marks.none"), "muted", "centered");
        none.setMaxWidth(180);
        list.setPlaceholder(none);
        list.setCellFactory(view -> new Cell());
        list.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DELETE || e.getCode() == KeyCode.BACK_SPACE) {
                model.remove();
                e.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(list, new MarkEditor(reader, texts));
        bind();
    }

    private void bind() {
        model.chosenProperty().subscribe(mark -> {
            if (mark == null) {
                list.getSelectionModel().clearSelection();
            } else if (!mark.equals(list.getSelectionModel().getSelectedItem())) {
                list.getSelectionModel().select(mark);
                list.scrollTo(mark);
            }
        });
        list.getSelectionModel().selectedItemProperty().subscribe(mark -> {
            if (mark != null && !mark.equals(model.chosenProperty().get())) {
                model.chosenProperty().set(mark);
                model.reveal(mark);
            }
        });
    }

    private final class Cell extends WrappedCell<Annotation> {
        private final VBox box = new VBox(3);
        private final Label place = Labels.muted("");
        private final Label quote = Labels.wrapped("", "found-line");
        private final Label comment = Labels.wrapped("", "hint");
        private final Label link = Labels.pill("", "none");
        private final HBox head = new HBox(6);
        private final Label other = Labels.wrapped("", "hint");

        Cell() {
            quote.setMaxHeight(54);
            quote.setMinHeight(0);
            box.getChildren().addAll(head, quote, comment, link, other);
        }

        @Override
        protected void updateItem(@Nullable Annotation mark, boolean empty) {
            super.updateItem(mark, empty);
            if (empty || mark == null) {
                setGraphic(null);
                return;
            }
            place.setText(texts.get("reader.mark.place", mark.anchor().page(), mark.by()));
            head.getChildren().setAll(MarkBar.swatch(mark.colour()), place);
            line(quote, mark.anchor().quote());
            line(comment, mark.comment());
            Criterion criterion = mark.criterion();
            line(link, criterion != null ? criterion.label() : mark.tag());
            line(other, !model.others().has(mark) ? "" : texts.get(other(mark)));
            setAccessibleText(MarkBar.name(model, texts, mark.colour()) + ". " + place.getText() + ". "
                    + quote.getText() + ". " + comment.getText() + ". " + link.getText() + ". " + other.getText());
            setGraphic(box);
        }

        private String other(Annotation mark) {
            return model.others().lost(mark)
                    ? "reader.mark.lost"
                    : model.others().nowhere(mark) ? "reader.mark.looking" : "reader.mark.other";
        }

        private static void line(Label label, String text) {
            label.setText(text);
            label.setVisible(!text.isEmpty());
            label.setManaged(label.isVisible());
        }
    }
}
