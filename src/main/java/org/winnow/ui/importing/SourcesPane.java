package org.winnow.ui.importing;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.store.SourceCount;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Columns;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;

/** The sources that the review has, to be looked at and corrected. */
final class SourcesPane extends VBox {
    private final ImportModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final TableView<SourceCount> table = new TableView<>();

    SourcesPane(ImportModel model, Texts texts, Dialogs dialogs, Navigator navigator) {
        super(8);
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        getStyleClass().add("screen-body");
        table();
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
        getChildren().addAll(table, onwards);
        model.sourcesProperty().subscribe(now -> table.getItems().setAll(now));
    }

    private void table() {
        table.setId("sources");
        table.setAccessibleText(texts.get("import.page.sources"));
        table.setFixedCellSize(36);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(Labels.muted(texts.get("import.noSources")));
        VBox.setVgrow(table, Priority.ALWAYS);
        table.getColumns()
                .setAll(List.of(
                        Columns.text(
                                texts.get("import.source"), 150, s -> s.source().name()),
                        Columns.text(
                                texts.get("import.kind"),
                                120,
                                s -> texts.get(
                                        "source.kind." + s.source().kind().key())),
                        Columns.number(texts.get("import.records"), 88, SourceCount::records),
                        Columns.number(texts.get("import.duplicates"), 108, SourceCount::duplicates),
                        Columns.text(
                                texts.get("import.date"), 116, s -> s.source().searchDate()),
                        Columns.text(
                                texts.get("import.query"), 130, s -> s.source().query())));
        table.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                correct();
            }
        });
        table.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                correct();
            }
        });
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
}
