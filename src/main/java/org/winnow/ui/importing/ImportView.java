package org.winnow.ui.importing;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;

/** Three pages: the files on their way in, the sources that the review has, and the problems of what was imported. */
final class ImportView extends BorderPane {
    private static final List<String> ENDINGS = List.of(
            "ris", "nbib", "xml", "bib", "enw", "ciw", "csv", "tsv", "xlsx", "xls", "json", "rdf", "txt", "medline",
            "zip", "gz");

    private final ImportModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Navigator navigator;
    private final FilesPane files;
    private final Node sources;
    private final Node problems;
    private final ToggleButton toFiles;
    private final ToggleButton toSources;
    private final ToggleButton toProblems;
    private final SegmentedButton switcher;

    ImportView(ImportModel model, Texts texts, Dialogs dialogs, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.navigator = navigator;
        this.files = new FilesPane(model, texts, dialogs, navigator);
        this.sources = new SourcesPane(model, texts, dialogs, navigator);
        this.problems = new ProblemsPane(model.problems(), texts, dialogs, true);
        this.toFiles = page("import-page-files", "import.page.files");
        this.toSources = page("import-page-sources", "import.page.sources");
        this.toProblems = page("import-page-problems", "import.page.problems");
        this.switcher = Buttons.segmented(toFiles, toSources, toProblems);
        getStyleClass().add("screen");
        setId("import");
        bind();
    }

    private ToggleButton page(String id, String key) {
        ToggleButton button = Buttons.toggle(id, texts.get(key, 0));
        button.setOnAction(e -> arrange());
        return button;
    }

    private Node header() {
        Button start = Buttons.primary("import-all", "", this::importAll);
        start.textProperty()
                .bind(Bindings.createStringBinding(
                        this::verb,
                        model.wantedProperty(),
                        model.lookingProperty(),
                        model.run().busyProperty()));
        start.disableProperty()
                .bind(model.wantedProperty()
                        .isEqualTo(0)
                        .or(model.lookingProperty().greaterThan(0))
                        .or(model.run().busyProperty()));
        start.visibleProperty().bind(Bindings.isNotEmpty(model.files()));
        start.managedProperty().bind(start.visibleProperty());
        HBox below = new HBox(12, switcher, Labels.muted(texts.get("import.explanation")));
        below.setAlignment(Pos.CENTER_LEFT);
        return Labels.header(
                texts.get("import.title"),
                below,
                Buttons.withIcon("choose-folder", texts.get("import.chooseFolder"), Feather.FOLDER, this::chooseFolder),
                Buttons.withIcon("choose-files", texts.get("import.choose"), Feather.FILE_PLUS, this::choose),
                start);
    }

    private String verb() {
        int looking = model.lookingProperty().get();
        if (model.run().busyProperty().get()) {
            return texts.get("import.busy");
        }
        return looking > 0
                ? texts.get("import.looking", looking)
                : texts.get("import.start", model.wantedProperty().get());
    }

    private void importAll() {
        model.importAll().ifPresent(file -> {
            toFiles.setSelected(true);
            arrange();
            files.ask(file);
        });
    }

    private void bind() {
        setTop(header());
        model.files().subscribe(() -> {
            if (model.files().isEmpty()) {
                switcher.getToggleGroup().selectToggle(null);
            } else {
                toFiles.setSelected(true);
            }
            arrange();
        });
        model.sourcesProperty().subscribe(now -> arrange());
        model.problems()
                .all()
                .subscribe(() -> toProblems.setText(
                        texts.get("import.page.problems", model.problems().all().size())));
        model.problems().showEverything();
    }

    private void arrange() {
        boolean nothing =
                model.files().isEmpty() && model.sourcesProperty().get().isEmpty();
        switcher.setVisible(!nothing);
        switcher.setManaged(!nothing);
        if (nothing) {
            setCenter(nothing());
            return;
        }
        toFiles.setDisable(model.files().isEmpty());
        if (switcher.getToggleGroup().getSelectedToggle() == null) {
            (model.files().isEmpty() ? toSources : toFiles).setSelected(true);
        }
        setCenter(toFiles.isSelected() ? files : toSources.isSelected() ? sources : problems);
    }

    private Node nothing() {
        return new EmptyState(
                "import-empty",
                Feather.DOWNLOAD,
                texts.get("import.empty.headline"),
                texts.get("import.empty.sentence"),
                Buttons.primary("import-empty-choose", texts.get("import.choose"), this::choose));
    }

    private void choose() {
        List<Path> chosen = dialogs.chooseFiles(
                texts.get("import.choose"),
                new Dialogs.FileKind(texts.get("import.fileKind"), ENDINGS),
                new Dialogs.FileKind(texts.get("import.anyFile"), List.of("*")));
        if (!chosen.isEmpty()) {
            model.add(chosen);
        }
    }

    private void chooseFolder() {
        dialogs.chooseFolder(texts.get("import.chooseFolder")).ifPresent(folder -> model.add(List.of(folder)));
    }
}
