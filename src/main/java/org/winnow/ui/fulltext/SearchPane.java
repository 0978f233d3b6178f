package org.winnow.ui.fulltext;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Annotation;
import org.winnow.ui.fulltext.SearchModel.Place;
import org.winnow.ui.fulltext.SearchModel.Result;
import org.winnow.ui.kit.Focus;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.WrappedCell;

/** Words looked for in the whole review: the places in its full texts and annotations, report by report. */
final class SearchPane extends VBox {
    private final SearchModel model;
    private final Texts texts;
    private final TextField words = TextFields.createClearableTextField();
    private final Label count = Labels.wrapped("", "muted");
    private final ListView<Place> list = new ListView<>();

    SearchPane(SearchModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("find-pane");
        words.setId("search-words");
        words.setPromptText(texts.get("reader.search.prompt"));
        words.setAccessibleText(texts.get("reader.search"));
        words.textProperty().bindBidirectional(model.wordsProperty());
        words.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER && !list.getItems().isEmpty()) {
                e.consume();
                list.requestFocus();
                list.getSelectionModel().select(0);
            }
        });
        count.setId("search-count");
        list.setId("search-places");
        list.setAccessibleText(texts.get("reader.search.places"));
        Label hint = Labels.wrapped(texts.get("reader.search.hint"), "muted", "centered");
        hint.setMaxWidth(180);
        list.setPlaceholder(hint);
        list.setCellFactory(view -> new Cell());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(words, count, list);
        bind();
    }

    void takeFocus() {
        Focus.give(words);
        words.selectAll();
    }

    private void bind() {
        model.resultProperty().subscribe(this::show);
        list.getSelectionModel().selectedItemProperty().subscribe(place -> {
            if (place != null && !place.equals(model.currentProperty().get())) {
                model.go(place);
            }
        });
    }

    private void show(Result result) {
        Place before = model.currentProperty().get();
        list.getItems().setAll(result.places());
        if (before != null) {
            list.getSelectionModel().select(before);
        }
        list.getPlaceholder().setVisible(result.words().isBlank());
        count.setManaged(!result.words().isBlank());
        count.setVisible(count.isManaged());
        count.setText(
                result.places().isEmpty()
                        ? texts.get("reader.search.none")
                        : texts.get(
                                result.most() ? "reader.search.most" : "reader.search.count",
                                result.places().size(),
                                result.reports()));
    }

    private final class Cell extends WrappedCell<Place> {
        private final VBox box = new VBox(3);
        private final Label title = Labels.wrapped("", "row-title");
        private final Label place = Labels.muted("");
        private final HBox head = new HBox(6);
        private final TextFlow excerpt = new TextFlow();
        private final Label comment = Labels.wrapped("", "hint");

        Cell() {
            title.setMaxHeight(40);
            title.setMinHeight(20);
            box.getChildren().addAll(title, head, excerpt, comment);
        }

        @Override
        protected void updateItem(@Nullable Place found, boolean empty) {
            super.updateItem(found, empty);
            if (empty || found == null) {
                setGraphic(null);
                return;
            }
            Annotation mark = found.mark();
            boolean first = getIndex() == 0
                    || !getListView().getItems().get(getIndex() - 1).report().equals(found.report());
            line(title, first ? found.title() : "");
            place.setText(
                    mark == null
                            ? texts.get("reader.page") + " " + found.page()
                            : texts.get("reader.mark.place", found.page(), mark.by()));
            head.getChildren().setAll(place);
            if (mark != null) {
                head.getChildren().add(0, MarkBar.swatch(mark.colour()));
            }
            List<Text> pieces = new ArrayList<>();
            found.excerpt().pieces().forEach(piece -> pieces.add(text(piece)));
            excerpt.getChildren().setAll(pieces);
            line(comment, mark == null ? "" : mark.comment());
            setAccessibleText(found.title() + ". " + place.getText() + ". "
                    + found.excerpt().text() + ". " + comment.getText());
            setGraphic(box);
        }

        private static Text text(Excerpt.Piece piece) {
            Text text = new Text(piece.text());
            text.getStyleClass().add("found-line");
            if (piece.found()) {
                text.getStyleClass().add("found");
            }
            return text;
        }

        private static void line(Label label, String text) {
            label.setText(text);
            label.setVisible(!text.isEmpty());
            label.setManaged(label.isVisible());
        }
    }
}
