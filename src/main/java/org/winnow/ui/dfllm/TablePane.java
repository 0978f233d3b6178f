package org.winnow.ui.dfllm;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.dfllm.ask.Answer.Said;
import org.winnow.dfllm.ask.AnswerTable;
import org.winnow.dfllm.ask.AnswerTable.Row;
import org.winnow.dfllm.ask.Cell;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Columns;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Dialogs.FileKind;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;

/** A table of answers: a row a paper, a column a question; below it where the chosen answer stands. */
final class TablePane extends BorderPane {
    /** As many columns as a person takes in. */
    private static final int MOST_QUESTIONS = 11;

    private final LanguageModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final TextField question = new TextField();
    private final TableView<Row> table = new TableView<>();
    private final Label asked = Labels.wrapped("", "muted", "hint");
    private final Label answer = Labels.wrapped("");
    private final Label quote = Labels.wrapped("", "muted");
    private final Hyperlink place = new Hyperlink();
    private final Button keep;
    private final VBox detail = new VBox(6, asked, answer, quote);
    private final EmptyState none;

    TablePane(LanguageModel model, Texts texts, Dialogs dialogs, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        Button first = Buttons.primary("answers-read", texts.get("language.read"), model::read);
        first.disableProperty().bind(model.busyProperty());
        none = new EmptyState(
                "answers-none",
                Feather.GRID,
                texts.get("language.table.none.headline"),
                texts.get("language.table.none.sentence"),
                first);
        table.setId("answers");
        table.setAccessibleText(texts.get("language.table"));
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.getFocusModel().focusedCellProperty().subscribe(this::detail);
        place.setId("answers-place");
        keep = Buttons.plain("answers-keep", texts.get("language.table.keep"), () -> {});
        keep.setMinWidth(USE_PREF_SIZE);
        HBox actions = new HBox(12, place, keep);
        actions.setAlignment(Pos.CENTER_LEFT);
        detail.getChildren().add(actions);
        detail.getStyleClass().add("verdict-bar");
        detail.setId("answers-detail");
        setTop(bar());
        model.table().tableProperty().subscribe(this::show);
        model.corpusProperty().subscribe(corpus -> {
            first.setVisible(corpus == null);
            if (corpus != null && corpus.reports() == 0) {
                setCenter(new NoPapers(texts, navigator));
            }
        });
    }

    private HBox bar() {
        question.setId("answers-question");
        question.setPromptText(texts.get("language.table.question"));
        question.setAccessibleText(texts.get("language.table.question"));
        question.setOnAction(e -> add());
        HBox.setHgrow(question, Priority.ALWAYS);
        Button add = Buttons.primary("answers-add", texts.get("language.table.add"), this::add);
        add.disableProperty()
                .bind(model.busyProperty().or(question.textProperty().isEmpty()));
        Button clear = Buttons.plain("answers-clear", texts.get("language.table.clear"), model.table()::clear);
        Button export = Buttons.plain("answers-export", texts.get("language.table.export"), this::export);
        List.of(add, clear, export).forEach(b -> b.setMinWidth(USE_PREF_SIZE));
        model.table().tableProperty().subscribe(now -> {
            clear.setDisable(now.questions().isEmpty());
            export.setDisable(now.questions().isEmpty());
        });
        HBox bar = new HBox(8, question, add, clear, export);
        bar.getStyleClass().add("screen-filter");
        return bar;
    }

    private void add() {
        if (model.table().tableProperty().get().questions().size() < MOST_QUESTIONS) {
            model.table().add(question.getText());
            question.clear();
        } else {
            dialogs.trouble(texts.get("language.table.most", MOST_QUESTIONS));
        }
    }

    private void export() {
        dialogs.chooseTarget(
                        texts.get("language.table.export"),
                        "answers.csv",
                        new FileKind(texts.get("language.table.csv"), List.of("csv")))
                .ifPresent(model.table()::write);
    }

    private void show(AnswerTable now) {
        // Rows before columns: no new column ever meets a row that has no cell for it.
        table.getItems().setAll(now.rows());
        table.getColumns().clear();
        if (now.questions().isEmpty()) {
            setCenter(none);
            setBottom(null);
            return;
        }
        table.getColumns().add(Columns.text(texts.get("language.paper"), 220, Row::title));
        for (int i = 0; i < now.questions().size(); i++) {
            table.getColumns().add(column(now.questions().get(i), i));
        }
        setCenter(table);
        setBottom(detail);
        detail();
    }

    private static TableColumn<Row, String> column(String title, int at) {
        TableColumn<Row, String> column =
                Columns.text(title, 260, row -> row.cells().get(at).answer());
        column.setSortable(false);
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable String text, boolean empty) {
                super.updateItem(text, empty);
                Row row = empty ? null : getTableRow().getItem();
                setText(empty ? null : text);
                setWrapText(true);
                boolean doubtful = row != null
                        && !row.cells().get(at).answer().isEmpty()
                        && !row.cells().get(at).supported();
                getStyleClass().remove("unsupported");
                if (doubtful) {
                    getStyleClass().add("unsupported");
                }
                setTooltip(text == null || text.isEmpty() ? null : new Tooltip(text));
            }
        });
        return column;
    }

    private void detail() {
        TablePosition<?, ?> chosen = table.getFocusModel().getFocusedCell();
        int line = chosen == null ? -1 : chosen.getRow();
        Row row = line < 0 || line >= table.getItems().size()
                ? null
                : table.getItems().get(line);
        int at = chosen == null ? -1 : chosen.getColumn() - 1;
        Cell cell = row == null || at < 0 || at >= row.cells().size()
                ? null
                : row.cells().get(at);
        Said source = cell == null ? null : cell.source();
        asked.setText(
                cell == null
                        ? ""
                        : model.table().tableProperty().get().questions().get(at));
        asked.setManaged(cell != null);
        answer.setText(cell == null ? texts.get("language.table.choose") : words(cell));
        quote.setText(source == null ? "" : texts.get("language.quoted", source.text()));
        place.setText(row == null || cell == null ? "" : texts.get("language.table.place", row.title(), cell.pages()));
        place.setOnAction(e -> {
            if (source != null) {
                model.show(source);
            }
        });
        keep.setText(texts.get("language.table.keep"));
        keep.setVisible(source != null);
        keep.setDisable(false);
        keep.setOnAction(e -> {
            if (cell != null) {
                keep.setDisable(true);
                model.table().keep(asked.getText(), cell, this::kept);
            }
        });
        quote.setVisible(source != null && !source.text().equals(cell.answer()));
        quote.setManaged(quote.isVisible());
        place.setVisible(source != null);
        place.setManaged(source != null);
    }

    private void kept(int marks) {
        keep.setText(texts.get(marks == 0 ? "language.table.notKept" : "language.table.kept"));
    }

    private String words(Cell cell) {
        if (cell.answer().isEmpty()) {
            return texts.get(cell.unusable() ? "language.table.unusable" : "language.table.empty");
        }
        return cell.supported() ? cell.answer() : texts.get("language.unsupported", cell.answer());
    }
}
