package org.winnow.ui.retrieval;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.ArticleLinks;
import org.winnow.model.BibRecord;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.Reviewer;
import org.winnow.store.Changes;
import org.winnow.store.Changes.Kind;
import org.winnow.store.Op;
import org.winnow.store.Retrievals;
import org.winnow.store.Retrievals.Said;
import org.winnow.store.Retrievals.Wanted;
import org.winnow.store.Review;
import org.winnow.store.Studies;
import org.winnow.ui.kit.Jobs;

/** The reports that are to be had: properties out, commands in. */
final class RetrievalModel {
    private final Review review;
    private final Jobs jobs;
    private final Reviewer reviewer;
    private final Library library;
    private final ReadOnlyObjectWrapper<List<Wanted>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Wanted>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<Retrieval, Long>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ObjectProperty<@Nullable Retrieval> only = new SimpleObjectProperty<>();
    private final StringProperty words = new SimpleStringProperty("");

    RetrievalModel(Review review, Jobs jobs, Reviewer reviewer, Library library) {
        this.review = review;
        this.jobs = jobs;
        this.reviewer = reviewer;
        this.library = library;
        only.subscribe(state -> filter());
        words.subscribe(text -> filter());
    }

    /** Every report that is to be had. */
    ReadOnlyObjectProperty<List<Wanted>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /** Those of the state and with the words chosen. */
    ReadOnlyObjectProperty<List<Wanted>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Map<Retrieval, Long>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** The state of those that are shown, or null for all. */
    ObjectProperty<@Nullable Retrieval> onlyProperty() {
        return only;
    }

    StringProperty wordsProperty() {
        return words;
    }

    void load() {
        jobs.latest("retrieval", p -> review.retrievals().wanted()).then(reports -> {
            Map<Retrieval, Long> now = new EnumMap<>(Retrieval.class);
            reports.forEach(r -> now.merge(r.said().state(), 1L, Long::sum));
            counts.set(now);
            all.set(reports);
            filter();
        });
    }

    void refresh(Changes changes) {
        if (changes.touch(
                Kind.RETRIEVAL,
                Kind.ATTACHMENTS,
                Kind.DECISIONS,
                Kind.RECORDS,
                Kind.DUPLICATES,
                Kind.SOURCES,
                Kind.REPORT)) {
            load();
        }
    }

    private void filter() {
        Retrieval state = only.get();
        String wanted = words.get().strip().toLowerCase(Locale.ROOT);
        shown.set(all.get().stream()
                .filter(r -> state == null || r.said().state() == state)
                .filter(r -> wanted.isEmpty() || text(r).contains(wanted))
                .toList());
    }

    private static String text(Wanted report) {
        return (report.record() + " " + report.title() + " " + report.said().why() + " " + report.studies())
                .toLowerCase(Locale.ROOT);
    }

    /** Says the same of all these reports. */
    void say(List<Wanted> reports, Said said) {
        if (!reports.isEmpty()) {
            List<RecordId> records = reports.stream().map(Wanted::record).toList();
            jobs.inOrder(p -> review.write(Retrievals.mark(records, reviewer.id(), said)));
        }
    }

    /** Joins reports to one study, or to several between bars, or takes them out of any where it has no name. */
    void join(List<Wanted> reports, String study) {
        List<RecordId> records = reports.stream().map(Wanted::record).toList();
        List<String> studies = Arrays.stream(study.split("\\|"))
                .filter(name -> !name.isBlank())
                .toList();
        jobs.inOrder(p -> review.write(Op.together(
                "study", records.stream().map(r -> Studies.name(r, studies)).toList())));
    }

    String resolver() {
        return library.resolver();
    }

    void rememberResolver(String base) {
        library.remember(base.strip());
    }

    void openDoi(Wanted report, Runnable none) {
        open(report, ArticleLinks::doi, none);
    }

    void openPubmed(Wanted report, Runnable none) {
        open(report, ArticleLinks::pubmed, none);
    }

    void openLibrary(Wanted report, Runnable none) {
        open(report, record -> ArticleLinks.library(library.resolver(), record), none);
    }

    private void open(Wanted report, Function<BibRecord, Optional<String>> link, Runnable none) {
        jobs.latest("retrieval-link", p -> review.records().bib(report.record()).flatMap(link))
                .then(address -> address.ifPresentOrElse(library::browse, none));
    }
}
