package org.winnow.ui.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.Problem.Severity;
import org.winnow.store.Imports.FileProblem;
import org.winnow.ui.importing.ProblemsModel.Row;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Columns;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** Problems as a list to filter, copy and save; below it the text of the file that the chosen one is about. */
final class ProblemsPane extends BorderPane {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final ProblemsModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final TableView<Row> table = new TableView<>();
    private final TextArea source = new TextArea();

    /** @param severalFiles whether the list tells of each problem in which file it is */
    ProblemsPane(ProblemsModel model, Texts texts, Dialogs dialogs, boolean severalFiles) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        getStyleClass().add(severalFiles ? "screen-body" : "detail-page");
        table(severalFiles);
        source();
        SplitPane split = new SplitPane(table, labelled());
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.62);
        setTop(tools());
        setCenter(split);
    }

    private Node tools() {
        List<@Nullable Severity> severities = new ArrayList<>();
        severities.add(null);
        severities.addAll(Arrays.asList(Severity.values()));
        ChoiceBox<@Nullable Severity> severity = Choices.of(
                "problems-severity",
                severities,
                s -> texts.get(s == null ? "problems.severity.all" : "problems.severity." + ProblemsModel.key(s)));
        severity.setAccessibleText(texts.get("problems.severity"));
        severity.setMaxWidth(USE_PREF_SIZE);
        severity.valueProperty().bindBidirectional(model.severityProperty());
        TextField words = TextFields.createClearableTextField();
        words.setId("problems-words");
        words.setPromptText(texts.get("problems.words"));
        words.setAccessibleText(texts.get("problems.words"));
        words.textProperty().bindBidirectional(model.wordsProperty());
        HBox.setHgrow(words, Priority.ALWAYS);
        Label count = Labels.muted("");
        count.setId("problems-count");
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                "problems.count",
                                model.shown().size(),
                                model.all().size()),
                        model.shown(),
                        model.all()));
        count.setMinWidth(USE_PREF_SIZE);
        Button copy = Buttons.icon(
                "problems-copy", texts.get("problems.copy"), Feather.COPY, COPY, () -> copy(model.shown()));
        Button save = Buttons.withIcon("problems-save", texts.get("problems.save"), Feather.SAVE, this::save);
        for (Button button : List.of(copy, save)) {
            button.disableProperty().bind(Bindings.isEmpty(model.shown()));
            button.setMinWidth(USE_PREF_SIZE);
        }
        HBox tools = new HBox(8, severity, words, count, copy, save);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.getStyleClass().add("problem-tools");
        return tools;
    }

    private void table(boolean severalFiles) {
        table.setId("problems");
        table.setAccessibleText(texts.get("problems.title"));
        table.setItems(model.shown());
        table.setFixedCellSize(32);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(Labels.muted(texts.get("problems.none")));
        List<TableColumn<Row, ?>> columns = new ArrayList<>();
        if (severalFiles) {
            columns.add(
                    Columns.text(texts.get("problems.file"), 150, r -> r.about().fileName()));
        }
        columns.add(Columns.text(
                texts.get("problems.what"),
                84,
                r -> texts.get(
                        "problems.severity." + ProblemsModel.key(r.about().severity()))));
        columns.add(
                Columns.number(texts.get("problems.line"), 64, r -> r.about().line()));
        columns.add(
                Columns.text(texts.get("problems.reason"), 400, r -> r.about().reason()));
        table.getColumns().setAll(columns);
        table.getSelectionModel().selectedItemProperty().subscribe(model::choose);
        table.setOnKeyPressed(e -> {
            if (COPY.match(e)) {
                copy(table.getSelectionModel().getSelectedItems());
                e.consume();
            }
        });
    }

    private void source() {
        source.setId("problem-source");
        source.setEditable(false);
        source.setWrapText(true);
        source.getStyleClass().add("source-text");
        source.setAccessibleText(texts.get("problems.source"));
        source.textProperty().bind(model.sourceProperty());
    }

    private Node labelled() {
        Label about = Labels.wrapped("");
        about.setId("problem-reason");
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            about.setText(row == null ? texts.get("problems.source") : about(row.about()));
            source.setPromptText(row == null ? "" : texts.get("problems.source.prompt"));
        });
        VBox.setVgrow(source, Priority.ALWAYS);
        VBox box = new VBox(4, about, source);
        box.getStyleClass().add("preview-side");
        return box;
    }

    private String about(FileProblem p) {
        return texts.get("problems.about", p.line(), p.record(), p.reason());
    }

    private void copy(List<Row> rows) {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.text(rows));
        Clipboard.getSystemClipboard().setContent(content);
        dialogs.notice(texts.get("problems.copied", rows.size()));
    }

    private void save() {
        dialogs.chooseTarget(
                        texts.get("problems.save"),
                        "problems.csv",
                        new Dialogs.FileKind(texts.get("problems.fileKind"), List.of("csv")))
                .ifPresent(target ->
                        model.save(target, n -> dialogs.notice(texts.get("problems.saved", n, target.getFileName()))));
    }
}
