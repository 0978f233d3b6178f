package org.winnow.ui.importing;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.winnow.exchange.ImportReport;
import org.winnow.exchange.Preview;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.model.SourceKind;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** One file: what it is, what its search is called, its first records; then what came in and what did not. */
final class FileCard extends VBox {
    private static final int SHOWN_PROBLEMS = 50;

    private final PendingFile file;
    private final Texts texts;
    private final VBox below = new VBox(6);

    FileCard(PendingFile file, Texts texts, Runnable remove) {
        this.file = file;
        this.texts = texts;
        getStyleClass().add("card");
        setSpacing(10);
        Button away = Buttons.icon(
                "remove-file", texts.get("import.remove", file.file().getFileName()), Feather.X, null, remove);
        getChildren().addAll(head(away), below);
        file.previewProperty().subscribe(this::update);
        file.troubleProperty().subscribe(this::update);
        file.reportProperty().subscribe(this::update);
        update();
    }

    private Node head(Button away) {
        Label name = Labels.heading(String.valueOf(file.file().getFileName()));
        Label about = Labels.muted("");
        file.previewProperty().subscribe(p -> about.setText(p == null ? "" : about(p)));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(10, new FontIcon(Feather.FILE_TEXT), name, about, space, away);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private String about(Preview p) {
        return texts.get(
                "import.about",
                p.detection().format().key().toUpperCase(Locale.ROOT),
                p.detection().encodingName(),
                p.bytes() < 10_000 ? 1 : p.bytes() / 1024);
    }

    private void update() {
        below.getChildren().clear();
        ImportReport report = file.reportProperty().get();
        Preview preview = file.previewProperty().get();
        if (!file.troubleProperty().get().isEmpty()) {
            below.getChildren().add(Labels.wrapped(file.troubleProperty().get(), "complaint"));
        } else if (report != null) {
            below.getChildren().add(result(report));
            problems(report);
        } else if (preview != null) {
            below.getChildren().addAll(fields(), seenBefore(), titles(preview));
        } else {
            ProgressIndicator wait = new ProgressIndicator();
            wait.setMaxSize(20, 20);
            below.getChildren().add(wait);
        }
    }

    private Node fields() {
        GridPane grid = new GridPane(10, 6);
        ColumnConstraints label = new ColumnConstraints();
        label.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(label, wide, label, wide);
        TextField source = field("source", texts.get("import.source"), "");
        source.textProperty().bindBidirectional(file.sourceProperty());
        TextField date = field("search-date", texts.get("import.date"), texts.get("import.date.prompt"));
        date.textProperty().bindBidirectional(file.searchDateProperty());
        TextField hits = field("hits", texts.get("import.hits"), texts.get("import.hits.prompt"));
        hits.textProperty().bindBidirectional(file.hitsProperty());
        TextField query = field("query", texts.get("import.query"), texts.get("import.query.prompt"));
        query.textProperty().bindBidirectional(file.queryProperty());
        grid.addRow(0, named(source), source, new Label(texts.get("import.kind")), kind());
        grid.addRow(1, named(date), date, named(hits), hits);
        grid.add(named(query), 0, 2);
        grid.add(query, 1, 2, 3, 1);
        return grid;
    }

    private static TextField field(String id, String name, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.setPromptText(prompt);
        return field;
    }

    private static Label named(TextField field) {
        Label label = new Label(field.getAccessibleText());
        label.setLabelFor(field);
        return label;
    }

    private ChoiceBox<SourceKind> kind() {
        ChoiceBox<SourceKind> kind = SourceKinds.choice(texts);
        kind.valueProperty().bindBidirectional(file.kindProperty());
        return kind;
    }

    private Node seenBefore() {
        Label label = Labels.wrapped("", "warning-line");
        label.textProperty().bind(file.seenBeforeProperty());
        label.visibleProperty().bind(file.seenBeforeProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private Node titles(Preview preview) {
        VBox box = new VBox(2);
        for (BibRecord record : preview.first().stream().limit(3).toList()) {
            Label line = Labels.muted((record.year() == null ? "" : record.year() + "  ") + record.title());
            line.getStyleClass().add("hint");
            box.getChildren().add(line);
        }
        return box;
    }

    private Node result(ImportReport report) {
        Label words = new Label(texts.get("import.done", report.imported(), report.read(), report.source()));
        FontIcon icon = new FontIcon(report.failed() ? Feather.ALERT_TRIANGLE : Feather.CHECK_CIRCLE);
        HBox line = new HBox(8, icon, words);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void problems(ImportReport report) {
        report.problems().stream().limit(SHOWN_PROBLEMS).forEach(p -> below.getChildren()
                .add(Labels.wrapped(
                        texts.get(
                                p.severity() == Problem.Severity.REJECTED ? "import.rejected" : "import.mended",
                                Long.toString(p.line()),
                                p.reason()),
                        p.severity() == Problem.Severity.REJECTED ? "complaint" : "muted",
                        "hint")));
        int more = report.problems().size() - SHOWN_PROBLEMS;
        if (more > 0) {
            below.getChildren().add(Labels.muted(texts.get("import.moreProblems", more)));
        }
    }
}
