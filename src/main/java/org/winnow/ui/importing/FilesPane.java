package org.winnow.ui.importing;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;

/** The files on their way in, a list; beside it all about the one that is chosen; below both how far the import is. */
final class FilesPane extends BorderPane {
    private static final double LIST_SHARE = 0.34;

    private final ImportModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Navigator navigator;
    private final ListView<PendingFile> list = new ListView<>();
    private final BorderPane detail = new BorderPane();
    /** Built once for each file, so that what was being typed is still there. */
    private final Map<PendingFile, FileDetail> details = new HashMap<>();

    FilesPane(ImportModel model, Texts texts, Dialogs dialogs, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.navigator = navigator;
        list();
        SplitPane split = new SplitPane(list, detail);
        SplitPane.setResizableWithParent(list, false);
        split.setDividerPositions(LIST_SHARE);
        setCenter(split);
        setBottom(foot());
    }

    private void list() {
        list.setId("import-files");
        list.setAccessibleText(texts.get("import.page.files"));
        list.getStyleClass().add("record-list");
        list.setItems(model.files());
        list.setCellFactory(view -> new FileCell(texts));
        list.setMinWidth(180);
        list.getSelectionModel().selectedItemProperty().subscribe(this::show);
        list.setOnKeyPressed(e -> {
            PendingFile chosen = list.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.DELETE && chosen != null) {
                model.remove(chosen);
            }
        });
        // Added after the list's own listeners, so that it knows the files already.
        model.files().addListener((ListChangeListener<PendingFile>) change -> {
            details.keySet().retainAll(model.files());
            if (list.getSelectionModel().getSelectedItem() == null
                    && !model.files().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
    }

    private void show(@Nullable PendingFile file) {
        detail.setCenter(
                file == null ? null : details.computeIfAbsent(file, f -> new FileDetail(f, model, texts, dialogs)));
    }

    /** Shows what of a file is still to be said, and complains. */
    void ask(PendingFile file) {
        list.getSelectionModel().select(file);
        list.scrollTo(file);
        if (detail.getCenter() instanceof FileDetail now) {
            now.ask();
        }
    }

    private Node foot() {
        HBox progress = progress();
        Label outcome = new Label();
        outcome.setId("import-outcome");
        outcome.textProperty().bind(model.run().outcomeProperty());
        outcome.setWrapText(true);
        HBox.setHgrow(outcome, Priority.ALWAYS);
        outcome.setMaxWidth(Double.MAX_VALUE);
        Button clear = Buttons.plain("import-clear", texts.get("import.clear"), model::clearDone);
        Button onwards = Buttons.withIcon(
                "import-onwards", texts.get("import.toDuplicates"), Feather.COPY, () -> navigator.go("duplicates"));
        HBox ended = new HBox(8, outcome, clear, onwards);
        ended.setAlignment(Pos.CENTER_LEFT);
        ended.visibleProperty()
                .bind(model.run()
                        .outcomeProperty()
                        .isNotEmpty()
                        .and(model.run().busyProperty().not()));
        ended.managedProperty().bind(ended.visibleProperty());
        HBox foot = new HBox(progress, ended);
        HBox.setHgrow(progress, Priority.ALWAYS);
        HBox.setHgrow(ended, Priority.ALWAYS);
        foot.getStyleClass().add("import-foot");
        foot.visibleProperty().bind(progress.visibleProperty().or(ended.visibleProperty()));
        foot.managedProperty().bind(foot.visibleProperty());
        return foot;
    }

    private HBox progress() {
        ProgressBar bar = new ProgressBar();
        bar.setId("import-progress");
        bar.setAccessibleText(texts.get("import.busy"));
        bar.setPrefWidth(200);
        Label words = new Label();
        words.setId("import-pace");
        model.run().paceProperty().subscribe(pace -> {
            bar.setProgress(pace == null ? 0 : pace.share());
            words.setText(pace == null ? "" : words(pace));
        });
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(
                12, bar, words, Buttons.plain("import-cancel", texts.get("import.cancel"), model.run()::cancel));
        line.setAlignment(Pos.CENTER_LEFT);
        line.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.run().busyProperty().get(), model.run().busyProperty()));
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private String words(Pace pace) {
        return pace.secondsLeft() < 0
                ? texts.get("import.pace.begun", pace.done(), pace.total())
                : texts.get("import.pace", pace.done(), pace.total(), pace.perSecond(), pace.secondsLeft());
    }
}
