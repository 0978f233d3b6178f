package org.winnow.ui.importing;

import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.winnow.exchange.Preview;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.ui.kit.Columns;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** The first records of a file: as they were read, and as they stand in the file. */
final class RecordsTab extends SplitPane {
    private final Texts texts;
    private final TableView<BibRecord> table = new TableView<>();
    private final TextArea read;
    private final TextArea raw;

    RecordsTab(PendingFile file, Texts texts) {
        this.texts = texts;
        this.read = area("preview-read", texts.get("import.preview.read"));
        this.raw = area("preview-raw", texts.get("import.preview.raw"));
        raw.getStyleClass().add("source-text");
        setOrientation(Orientation.VERTICAL);
        getStyleClass().add("detail-page");
        table();
        SplitPane both = new SplitPane(
                labelled(texts.get("import.preview.read"), read), labelled(texts.get("import.preview.raw"), raw));
        getItems().addAll(table, both);
        setDividerPositions(0.45);
        file.previewProperty().subscribe(this::show);
    }

    private void table() {
        table.setId("preview-records");
        table.setAccessibleText(texts.get("import.tab.records"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(Labels.muted(texts.get("import.preview.none")));
        table.getColumns()
                .setAll(List.of(
                        Columns.text(texts.get("column.title"), 220, BibRecord::title),
                        Columns.text(texts.get("column.authors"), 120, RecordsTab::authors),
                        Columns.text(texts.get("column.year"), 72, r -> Objects.toString(r.year(), "")),
                        Columns.text(texts.get("column.journal"), 120, BibRecord::journal)));
        table.getSelectionModel().selectedItemProperty().subscribe(this::choose);
    }

    private static TextArea area(String id, String name) {
        TextArea area = new TextArea();
        area.setId(id);
        area.setAccessibleText(name);
        area.setEditable(false);
        area.setWrapText(true);
        return area;
    }

    private static VBox labelled(String name, TextArea area) {
        Label label = Labels.muted(name);
        label.setLabelFor(area);
        VBox.setVgrow(area, Priority.ALWAYS);
        VBox box = new VBox(4, label, area);
        box.getStyleClass().add("preview-side");
        return box;
    }

    private void show(@Nullable Preview preview) {
        table.getItems().setAll(preview == null ? List.of() : preview.first());
        table.getSelectionModel().selectFirst();
    }

    private void choose(@Nullable BibRecord record) {
        read.setText(record == null ? "" : words(record));
        raw.setText(record == null ? "" : record.raw());
    }

    private String words(BibRecord r) {
        StringJoiner lines = new StringJoiner("\n");
        line(lines, "title", r.title());
        line(lines, "authors", authors(r));
        line(lines, "year", Objects.toString(r.year(), ""));
        line(lines, "journal", r.journal());
        line(lines, "volume", r.volume());
        line(lines, "issue", r.issue());
        line(lines, "pages", r.pages());
        line(lines, "doi", r.doi() == null ? "" : r.doi().value());
        line(lines, "pmid", r.pmid());
        line(lines, "accession", r.accession());
        line(lines, "language", r.language());
        line(lines, "keywords", String.join("; ", r.keywords()));
        line(lines, "abstract", r.abstractText());
        return lines.toString();
    }

    private void line(StringJoiner lines, String field, String value) {
        if (!value.isEmpty()) {
            lines.add(texts.get("column." + field) + ": " + value);
        }
    }

    private static String authors(BibRecord record) {
        return record.authors().stream().map(Author::display).collect(Collectors.joining("; "));
    }
}
