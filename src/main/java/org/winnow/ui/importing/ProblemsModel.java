package org.winnow.ui.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.winnow.exchange.ProblemList;
import org.winnow.exchange.ProblemList.Entry;
import org.winnow.model.Problem;
import org.winnow.model.Problem.Severity;
import org.winnow.store.Imports.FileProblem;
import org.winnow.store.Review;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;

/** Problems as a list to filter, copy and save: those of one file that waits, or of everything that was imported. */
final class ProblemsModel {
    /**
     * One line of the list.
     *
     * @param raw the text of the file that it is about, or null where the review has it
     */
    record Row(FileProblem about, @Nullable String raw) {
        boolean shows(@Nullable Severity severity, String words) {
            return (severity == null || about.severity() == severity)
                    && (words.isEmpty()
                            || contains(about.reason(), words)
                            || contains(about.fileName(), words)
                            || Long.toString(about.line()).equals(words));
        }

        private static boolean contains(String text, String words) {
            return text.toLowerCase(Locale.ROOT).contains(words);
        }
    }

    private final Review review;
    private final Jobs jobs;
    private final Texts texts;
    private final ObservableList<Row> all = FXCollections.observableArrayList();
    private final FilteredList<Row> shown = new FilteredList<>(all);
    private final ObjectProperty<@Nullable Severity> severity = new SimpleObjectProperty<>();
    private final StringProperty words = new SimpleStringProperty("");
    private final StringProperty source = new SimpleStringProperty("");
    private boolean everything;

    ProblemsModel(Review review, Jobs jobs, Texts texts) {
        this.review = review;
        this.jobs = jobs;
        this.texts = texts;
        severity.subscribe(now -> filter());
        words.subscribe(now -> filter());
    }

    private void filter() {
        String wanted = words.get().strip().toLowerCase(Locale.ROOT);
        Severity only = severity.get();
        shown.setPredicate(row -> row.shows(only, wanted));
    }

    /** All problems, whatever the filter. */
    ObservableList<Row> all() {
        return all;
    }

    /** What the filter lets through. */
    ObservableList<Row> shown() {
        return shown;
    }

    /** Only problems of this severity; null for all. */
    ObjectProperty<@Nullable Severity> severityProperty() {
        return severity;
    }

    /** Only problems with these words in reason or file, or at this line. */
    StringProperty wordsProperty() {
        return words;
    }

    /** The text of the file that the chosen problem is about. */
    StringProperty sourceProperty() {
        return source;
    }

    /** Shows the problems of one file. */
    void show(String fileName, List<Problem> problems) {
        all.setAll(problems.stream()
                .map(p ->
                        new Row(new FileProblem(0, fileName, p.severity(), p.line(), p.record(), p.reason()), p.raw()))
                .toList());
    }

    /** Shows the problems of everything that was imported. */
    void showEverything() {
        everything = true;
        jobs.latest("problems", p -> review.imports().everyProblem())
                .then(found ->
                        all.setAll(found.stream().map(f -> new Row(f, null)).toList()));
    }

    void changed() {
        if (everything) {
            showEverything();
        }
    }

    /** Shows the text of the file that a problem is about. */
    void choose(@Nullable Row row) {
        if (row == null) {
            source.set("");
        } else if (row.raw() != null) {
            source.set(row.raw());
        } else {
            jobs.latest("problem-source", p -> review.imports().source(row.about()))
                    .then(source::set);
        }
    }

    /** What goes to the clipboard: a line for each problem, its columns divided by tabs. */
    String text(List<Row> rows) {
        return rows.stream()
                .map(Row::about)
                .map(p -> String.join(
                        "\t",
                        p.fileName(),
                        texts.get("problems.severity." + key(p.severity())),
                        Long.toString(p.line()),
                        Long.toString(p.record()),
                        p.reason()))
                .collect(Collectors.joining("\n"));
    }

    static String key(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** Saves what is shown as a table, with the text of the file. */
    void save(Path target, Consumer<Long> saved) {
        List<Row> rows = List.copyOf(shown);
        jobs.run(texts.get("problems.saving", target.getFileName()), p -> {
                    List<Entry> entries = new ArrayList<>();
                    for (Row row : rows) {
                        p.check();
                        p.at(entries.size(), rows.size());
                        String raw = row.raw();
                        entries.add(new Entry(
                                row.about(), raw == null ? review.imports().source(row.about()) : raw));
                    }
                    return ProblemList.write(target, entries);
                })
                .then(saved);
    }
}
