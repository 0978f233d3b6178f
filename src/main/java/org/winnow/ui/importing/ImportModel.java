package org.winnow.ui.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.winnow.exchange.ImportReport;
import org.winnow.exchange.Importing;
import org.winnow.formats.ReadOptions;
import org.winnow.formats.table.TableMapping;
import org.winnow.model.Reviewer;
import org.winnow.model.Source;
import org.winnow.model.UserException;
import org.winnow.store.Changes;
import org.winnow.store.Changes.Kind;
import org.winnow.store.Imports.ImportedFile;
import org.winnow.store.NewSource;
import org.winnow.store.Review;
import org.winnow.store.SourceCount;
import org.winnow.store.Sources;
import org.winnow.ui.importing.Arriving.Arrived;
import org.winnow.ui.importing.PendingFile.State;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;

/** Files on their way in, and the sources that the review has: properties out, commands in. */
public final class ImportModel {
    private final Review review;
    private final Jobs jobs;
    private final Texts texts;
    private final TableMemory memory;
    private final Looking looking;
    private final ImportRun run;
    private final ProblemsModel problems;
    private final Archives archives = new Archives();
    private final ObservableList<PendingFile> files = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<SourceCount>> sources = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> reviewers = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper wanted = new ReadOnlyIntegerWrapper();

    public ImportModel(Review review, Jobs jobs, Texts texts, TableMemory memory) {
        this.review = review;
        this.jobs = jobs;
        this.texts = texts;
        this.memory = memory;
        Importing importing = new Importing(review);
        this.looking = new Looking(importing, jobs, texts, memory);
        this.run = new ImportRun(jobs, texts, importing, System::nanoTime);
        this.problems = new ProblemsModel(review, jobs, texts);
    }

    ObservableList<PendingFile> files() {
        return files;
    }

    /** How many files are still being looked through. */
    ReadOnlyIntegerProperty lookingProperty() {
        return looking.leftProperty();
    }

    /** How many files are to go in. */
    ReadOnlyIntegerProperty wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    ImportRun run() {
        return run;
    }

    /** The problems of everything that was imported. */
    ProblemsModel problems() {
        return problems;
    }

    /** An empty list for the problems of one file on its way in. */
    ProblemsModel problemsOfOneFile() {
        return new ProblemsModel(review, jobs, texts);
    }

    ReadOnlyObjectProperty<List<SourceCount>> sourcesProperty() {
        return sources.getReadOnlyProperty();
    }

    /** The names of those who decide in this review. */
    ReadOnlyObjectProperty<List<String>> reviewersProperty() {
        return reviewers.getReadOnlyProperty();
    }

    /** Looks at files, and at what is in folders and archives, without importing anything. */
    public void add(List<Path> chosen) {
        run.forget();
        jobs.run(texts.get("import.opening"), p -> Arriving.of(chosen, p)).then(all -> all.forEach(this::arrived));
    }

    private void arrived(Arrived one) {
        PendingFile file = one.file();
        if (one.archive() != null) {
            archives.keep(file, one.archive());
        }
        if (files.stream().anyMatch(f -> f.id().equals(file.id()) && f.state() != State.IMPORTED)) {
            release(file);
            return;
        }
        file.stateProperty().subscribe(state -> count());
        files.add(file);
        if (one.trouble().isEmpty()) {
            looking.begin(file);
        } else {
            file.troubleProperty().set(one.trouble());
        }
    }

    /** Reads a file in another way from now on: as another format, in another encoding, repaired. */
    void read(PendingFile file, ReadOptions options) {
        looking.read(file, options);
    }

    /** Says what the columns of a file hold. */
    void map(PendingFile file, TableMapping mapping) {
        file.changeColumns();
        looking.read(file, file.optionsProperty().get().withTable(mapping));
    }

    /** Gives all files that have been here before the same answer. */
    void answerAll(Again again) {
        asking().forEach(f -> f.againProperty().set(again));
    }

    /** The files that have been here before and are not in yet. */
    List<PendingFile> asking() {
        return files.stream()
                .filter(f -> f.earlierProperty().get().asks() && f.state() != State.IMPORTED)
                .toList();
    }

    void remove(PendingFile file) {
        looking.forget(file);
        files.remove(file);
        release(file);
        count();
    }

    /** Takes what needs nothing more off the list: what is in, what stays out, what cannot be read. */
    void clearDone() {
        List.copyOf(files).stream()
                .filter(f -> f.state() == State.IMPORTED
                        || f.state() == State.LEFT_OUT
                        || f.state() == State.UNREADABLE && f.layoutProperty().get() == null)
                .forEach(this::remove);
    }

    /** Deleting what was unpacked takes its time. */
    private void release(PendingFile file) {
        jobs.latest("release-" + file.id(), p -> {
            archives.release(file);
            return null;
        });
    }

    /**
     * Imports every file that is wanted, one after another; each is one operation.
     *
     * @return the first file of which something is still to be said, before anything goes in
     */
    Optional<PendingFile> importAll() {
        List<PendingFile> all = files.stream().filter(PendingFile::wanted).toList();
        Optional<PendingFile> open = all.stream()
                .filter(f -> f.state() == State.ASKS || !f.words().right())
                .findFirst();
        if (open.isEmpty() && looking.leftProperty().get() == 0) {
            run.start(all, this::imported);
        }
        return open;
    }

    private void imported(PendingFile file) {
        TableMapping table = file.optionsProperty().get().table();
        if (table != null && file.columnsChanged()) {
            memory.remember(table);
        }
    }

    private void count() {
        wanted.set((int) files.stream().filter(PendingFile::wanted).count());
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

    void load() {
        jobs.latest("sources", p -> review.sources().counts()).then(sources::set);
        jobs.latest("import-reviewers", p -> review.reviewers().all().stream()
                        .map(Reviewer::name)
                        .toList())
                .then(reviewers::set);
    }

    void refresh(Changes changes) {
        if (changes.touch(Kind.RECORDS, Kind.SOURCES, Kind.DUPLICATES, Kind.REVIEWERS)) {
            load();
        }
        if (changes.touch(Kind.RECORDS)) {
            problems.changed();
            forgetUndone();
        }
    }

    /** A file whose import was undone waits again as it did before. */
    private void forgetUndone() {
        jobs.latest("imports", p -> review.imports().all().stream()
                        .map(ImportedFile::id)
                        .toList())
                .then(ids -> files.forEach(file -> {
                    ImportReport report = file.reportProperty().get();
                    if (report != null && report.importId() != null && !ids.contains(report.importId())) {
                        file.reportProperty().set(null);
                    }
                }));
    }

    /** The review is closed: nothing that was unpacked is left behind. Beside the FX thread. */
    void closed() {
        archives.releaseAll();
    }
}
