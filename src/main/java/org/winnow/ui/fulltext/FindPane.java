package org.winnow.ui.fulltext;

import javafx.beans.Observable;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.ui.fulltext.FindModel.Hit;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Focus;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.WrappedCell;

/** Words to be found, and the places where they stand. */
final class FindPane extends VBox {
    private final PdfModel model;
    private final FindModel find;
    private final Texts texts;
    private final TextField words = TextFields.createClearableTextField();
    private final Label count = Labels.muted("");
    private final ListView<Hit> list = new ListView<>();

    FindPane(PdfModel model, Texts texts) {
        this.model = model;
        this.find = model.find();
        this.texts = texts;
        getStyleClass().add("find-pane");
        list.setId("hits");
        list.setItems(find.hits());
        list.setAccessibleText(texts.get("reader.hits"));
        list.setPlaceholder(Labels.muted(""));
        list.setCellFactory(view -> new Cell());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(field(), line(), list);
        bind();
    }

    void takeFocus() {
        Focus.give(words);
        words.selectAll();
    }

    private TextField field() {
        words.setId("find-words");
        words.setPromptText(texts.get("reader.find.prompt"));
        words.setAccessibleText(texts.get("reader.find"));
        words.textProperty().subscribe((was, is) -> find.wordsProperty().set(is));
        words.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                e.consume();
                if (e.isShiftDown()) {
                    find.previous();
                } else {
                    find.next();
                }
            }
        });
        return words;
    }

    private HBox line() {
        count.setId("hit-count");
        count.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(count, Priority.ALWAYS);
        HBox line = new HBox(
                count,
                Buttons.icon(
                        "hit-previous",
                        texts.get("reader.find.previous"),
                        Feather.CHEVRON_UP,
                        KeyCombination.valueOf("Shift+F3"),
                        find::previous),
                Buttons.icon(
                        "hit-next",
                        texts.get("reader.find.next"),
                        Feather.CHEVRON_DOWN,
                        KeyCombination.valueOf("F3"),
                        find::next));
        line.getStyleClass().add("find-line");
        return line;
    }

    private void bind() {
        find.hits().addListener((Observable o) -> say());
        find.searchedProperty().subscribe(now -> say());
        find.wordsProperty().subscribe(now -> say());
        find.currentProperty().subscribe(hit -> {
            say();
            if (hit != null && list.getSelectionModel().getSelectedItem() != hit) {
                list.getSelectionModel().select(hit);
                list.scrollTo(hit);
            }
        });
        list.getSelectionModel().selectedItemProperty().subscribe(hit -> {
            if (hit != null) {
                find.go(hit);
            }
        });
        model.pdfProperty().subscribe(pdf -> say());
    }

    private void say() {
        if (words.getText() == null || words.getText().isBlank()) {
            count.setText("");
        } else if (find.hits().isEmpty()) {
            count.setText(
                    find.done()
                            ? texts.get(find.wordless() ? "reader.find.scanned" : "reader.find.none")
                            : texts.get(
                                    "reader.find.looking",
                                    find.searchedProperty().get()));
        } else {
            int number = find.number();
            int all = find.hits().size();
            String told =
                    number == 0 ? texts.get("reader.find.hits", all) : texts.get("reader.find.count", number, all);
            count.setText(told + (find.done() ? "" : "\u2026"));
        }
    }

    private final class Cell extends WrappedCell<Hit> {
        private final VBox box = new VBox(3);
        private final Label page = Labels.muted("");
        private final Text before = new Text();
        private final Text found = new Text();
        private final Text after = new Text();

        Cell() {
            found.getStyleClass().add("found");
            for (Text text : new Text[] {before, found, after}) {
                text.getStyleClass().add("found-line");
            }
            box.getChildren().addAll(page, new TextFlow(before, found, after));
        }

        @Override
        protected void updateItem(@Nullable Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            if (empty || hit == null) {
                setGraphic(null);
                return;
            }
            page.setText(texts.get("reader.page") + " " + hit.span().page());
            before.setText("\u2026" + hit.before());
            found.setText(hit.words());
            after.setText(hit.after() + "\u2026");
            setAccessibleText(page.getText() + ". " + hit.before() + hit.words() + hit.after());
            setGraphic(box);
        }
    }
}
