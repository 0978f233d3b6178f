package org.winnow.ui.importing;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.store.SourceCount;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Columns;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;

/** Files dropped here are shown as cards until they are imported; below stand the sources that the review has. */
final class ImportView extends BorderPane {
    private static final List<String> ENDINGS = List.of("ris", "nbib", "csv", "tsv", "txt", "ciw", "medline");

    private final ImportModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Navigator navigator;
    private final VBox cards = new VBox(12);
    private final VBox body = new VBox(20);
    private final VBox sources = new VBox(8);
    private final TableView<SourceCount> table = new TableView<>();

    ImportView(ImportModel model, Texts texts, Dialogs dialogs, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.navigator = navigator;
        getStyleClass().add("screen");
        setId("import");
        setTop(header());
        setCenter(page());
        bind();
        acceptFiles();
    }

    private Node header() {
        Button start = Buttons.primary("import-all", texts.get("import.start"), model::importAll);
        start.disableProperty().bind(model.somethingReadyProperty().not().or(model.busyProperty()));
        Button choose = Buttons.withIcon("choose-files", texts.get("import.choose"), Feather.FOLDER, this::choose);
        return Labels.header(texts.get("import.title"), Labels.muted(texts.get("import.explanation")), choose, start);
    }

    private Node page() {
        sources();
        body.getStyleClass().add("screen-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("record-page");
        return scroll;
    }

    private void sources() {
        table.setId("sources");
        table.setFixedCellSize(36);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<SourceCount, String> name =
                Columns.text(texts.get("import.source"), 160, s -> s.source().name());
        TableColumn<SourceCount, String> kind = Columns.text(
                texts.get("import.kind"),
                130,
                s -> texts.get("source.kind." + s.source().kind().key()));
        table.getColumns()
                .setAll(List.of(
                        name,
                        kind,
                        Columns.number(texts.get("import.records"), 96, SourceCount::records),
                        Columns.number(texts.get("import.duplicates"), 108, SourceCount::duplicates),
                        Columns.text(
                                texts.get("import.date"), 116, s -> s.source().searchDate()),
                        Columns.text(
                                texts.get("import.query"), 200, s -> s.source().query())));
        table.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                correct();
            }
        });
        Button correct = Buttons.withIcon("correct-source", texts.get("import.correct"), Feather.EDIT_2, this::correct);
        correct.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        HBox onwards = new HBox(
                8,
                correct,
                Buttons.withIcon(
                        "to-duplicates",
                        texts.get("import.toDuplicates"),
                        Feather.COPY,
                        () -> navigator.go("duplicates")));
        sources.getChildren().addAll(Labels.heading(texts.get("import.sources")), table, onwards);
    }

    private void correct() {
        SourceCount chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            SourceForm form = new SourceForm(chosen.source(), texts);
            if (dialogs.form(texts.get("import.correct.headline"), form.content(), texts.get("import.correct.verb"))) {
                model.change(chosen.source(), form.now());
            }
        }
    }

    private void bind() {
        model.files().addListener((ListChangeListener<PendingFile>) change -> {
            cards.getChildren()
                    .setAll(model.files().stream()
                            .map(f -> new FileCard(f, texts, () -> model.remove(f)))
                            .toList());
            arrange();
        });
        model.sourcesProperty().subscribe(now -> {
            table.getItems().setAll(now);
            double height = 44 + 36.0 * Math.min(now.size(), 12);
            table.setPrefHeight(height);
            table.setMinHeight(height);
            arrange();
        });
    }

    private void arrange() {
        body.getChildren().clear();
        if (!model.files().isEmpty()) {
            body.getChildren().add(cards);
        }
        if (!model.sourcesProperty().get().isEmpty()) {
            body.getChildren().add(sources);
        }
        if (body.getChildren().isEmpty()) {
            body.getChildren().add(nothing());
        }
    }

    private Node nothing() {
        EmptyState empty = new EmptyState(
                "import-empty",
                Feather.DOWNLOAD,
                texts.get("import.empty.headline"),
                texts.get("import.empty.sentence"),
                Buttons.primary("import-empty-choose", texts.get("import.choose"), this::choose));
        VBox.setVgrow(empty, Priority.ALWAYS);
        return empty;
    }

    private void choose() {
        List<Path> files = dialogs.chooseFiles(
                texts.get("import.choose"),
                new Dialogs.FileKind(texts.get("import.fileKind"), ENDINGS),
                new Dialogs.FileKind(texts.get("import.anyFile"), List.of("*")));
        if (!files.isEmpty()) {
            model.add(files);
        }
    }

    private void acceptFiles() {
        setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
            }
        });
        setOnDragDropped(e -> {
            model.add(e.getDragboard().getFiles().stream().map(File::toPath).toList());
            e.setDropCompleted(true);
        });
    }
}
