package org.winnow.ui.importing;

import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.winnow.exchange.ImportReport;
import org.winnow.exchange.ImportRequest;
import org.winnow.exchange.Preview;
import org.winnow.formats.ReadOptions;
import org.winnow.model.SourceKind;

/** A file that was dropped or chosen, with what its search is called; then what became of it. */
final class PendingFile {
    private final Path file;
    private final StringProperty source = new SimpleStringProperty("");
    private final ObjectProperty<SourceKind> kind = new SimpleObjectProperty<>(SourceKind.DATABASE);
    private final StringProperty searchDate = new SimpleStringProperty("");
    private final StringProperty hits = new SimpleStringProperty("");
    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Preview> preview = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable ImportReport> report = new SimpleObjectProperty<>();
    private final StringProperty trouble = new SimpleStringProperty("");
    private final StringProperty seenBefore = new SimpleStringProperty("");

    PendingFile(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    StringProperty sourceProperty() {
        return source;
    }

    ObjectProperty<SourceKind> kindProperty() {
        return kind;
    }

    /** ISO 8601: yyyy-mm-dd, yyyy-mm or yyyy. */
    StringProperty searchDateProperty() {
        return searchDate;
    }

    StringProperty hitsProperty() {
        return hits;
    }

    StringProperty queryProperty() {
        return query;
    }

    /** What the file looks like, or null while it is being looked at. */
    ObjectProperty<@Nullable Preview> previewProperty() {
        return preview;
    }

    /** What became of it, or null before it was imported. */
    ObjectProperty<@Nullable ImportReport> reportProperty() {
        return report;
    }

    /** Why it cannot be imported, in words; empty where it can. */
    StringProperty troubleProperty() {
        return trouble;
    }

    /** When the very same file came in before, in words; empty where it did not. */
    StringProperty seenBeforeProperty() {
        return seenBefore;
    }

    boolean ready() {
        return preview.get() != null && report.get() == null && trouble.get().isEmpty();
    }

    ImportRequest request() {
        return new ImportRequest(
                file,
                source.get(),
                kind.get(),
                searchDate.get().strip(),
                query.get().strip(),
                SourceChecks.hits(hits.get()),
                ReadOptions.AUTO);
    }
}
