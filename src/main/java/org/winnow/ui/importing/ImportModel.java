package org.winnow.ui.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.winnow.exchange.ImportReport;
import org.winnow.exchange.Importing;
import org.winnow.model.Source;
import org.winnow.model.UserException;
import org.winnow.store.Changes;
import org.winnow.store.Changes.Kind;
import org.winnow.store.Imports.ImportedFile;
import org.winnow.store.NewSource;
import org.winnow.store.Review;
import org.winnow.store.SourceCount;
import org.winnow.store.Sources;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;

/** Files on their way in, and the sources that the review has: properties out, commands in. */
public final class ImportModel {
    private static final int PREVIEWED = 5;

    private final Review review;
    private final Importing importing;
    private final Jobs jobs;
    private final Texts texts;
    private final ObservableList<PendingFile> files = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<SourceCount>> sources = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper somethingReady = new ReadOnlyBooleanWrapper();

    public ImportModel(Review review, Jobs jobs, Texts texts) {
        this.review = review;
        this.importing = new Importing(review);
        this.jobs = jobs;
        this.texts = texts;
    }

    ObservableList<PendingFile> files() {
        return files;
    }

    ReadOnlyObjectProperty<List<SourceCount>> sourcesProperty() {
        return sources.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty somethingReadyProperty() {
        return somethingReady.getReadOnlyProperty();
    }

    /** Looks at files, and at what is in folders, without importing anything. */
    public void add(List<Path> chosen) {
        jobs.latest("folders-" + chosen, p -> flat(chosen)).then(found -> found.forEach(this::look));
    }

    private static List<Path> flat(List<Path> chosen) {
        List<Path> found = new ArrayList<>();
        for (Path path : chosen) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.walk(path)) {
                    inside.filter(Files::isRegularFile).sorted().forEach(found::add);
                } catch (IOException | UncheckedIOException e) {
                    throw new UserException("Cannot look into the folder " + path + ": " + e.getMessage() + ".", e);
                }
            } else {
                found.add(path);
            }
        }
        return found;
    }

    private void look(Path file) {
        if (files.stream()
                .anyMatch(f -> f.file().equals(file) && f.reportProperty().get() == null)) {
            return;
        }
        PendingFile pending = new PendingFile(file);
        files.add(pending);
        jobs.latest("preview-" + file, p -> Importing.preview(file, PREVIEWED))
                .then(preview -> {
                    pending.sourceProperty()
                            .set(Importing.sourceName(file, preview.detection().database()));
                    pending.previewProperty().set(preview);
                    askWhetherSeen(pending);
                })
                .onTrouble(e -> pending.troubleProperty().set(e.getMessage()))
                .atEnd(this::countReady);
    }

    private void askWhetherSeen(PendingFile pending) {
        jobs.latest("seen-" + pending.file(), p -> importing.earlier(pending.request(), p))
                .then(earlier -> {
                    ImportedFile same = earlier.same();
                    if (same != null) {
                        pending.seenBeforeProperty()
                                .set(texts.get("import.seenBefore", Date.from(same.at()), same.imported()));
                    }
                });
    }

    void remove(PendingFile file) {
        files.remove(file);
        countReady();
    }

    /** Imports every file that can be imported, one after another; each is one operation. */
    void importAll() {
        List<PendingFile> ready = files.stream().filter(PendingFile::ready).toList();
        if (!ready.isEmpty() && !busy.get()) {
            busy.set(true);
            importFrom(ready, 0);
        }
    }

    private void importFrom(List<PendingFile> ready, int index) {
        if (index >= ready.size()) {
            busy.set(false);
            countReady();
            return;
        }
        PendingFile file = ready.get(index);
        jobs.run(texts.get("import.running", file.file().getFileName()), p -> importing.run(file.request(), p))
                .then(report -> finished(file, report))
                .onTrouble(e -> file.troubleProperty().set(e.getMessage()))
                .atEnd(() -> {
                    boolean cancelled = file.reportProperty().get() == null
                            && file.troubleProperty().get().isEmpty();
                    importFrom(ready, cancelled ? ready.size() : index + 1);
                });
    }

    private void finished(PendingFile file, ImportReport report) {
        file.reportProperty().set(report);
        countReady();
    }

    private void countReady() {
        somethingReady.set(files.stream().anyMatch(PendingFile::ready));
    }

    /** Corrects what is known of a source. */
    void change(Source source, NewSource now) {
        jobs.inOrder(p -> {
            if (review.sources().all().stream()
                    .anyMatch(s -> !s.id().equals(source.id()) && s.name().equalsIgnoreCase(now.name()))) {
                throw new UserException(texts.get("import.sameName", now.name()));
            }
            return review.write(Sources.change(source.id(), now));
        });
    }

    void loadSources() {
        jobs.latest("sources", p -> review.sources().counts()).then(sources::set);
    }

    void refresh(Changes changes) {
        if (changes.touch(Kind.RECORDS, Kind.SOURCES, Kind.DUPLICATES)) {
            loadSources();
        }
    }
}
