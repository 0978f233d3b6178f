package org.winnow.ui.fulltext;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.reading.Anchors;
import org.winnow.fulltext.reading.TextLayer;
import org.winnow.model.Annotation;
import org.winnow.model.PageSpan;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.store.AnnotationQuery;
import org.winnow.store.Attachments;
import org.winnow.store.Attachments.Hit;
import org.winnow.store.Review;
import org.winnow.ui.fulltext.PdfModel.Sought;
import org.winnow.ui.kit.Jobs;

/** Words looked for in all full texts of the review, and in all annotations that this reviewer may see. */
final class SearchModel {
    private static final int MILLIS = 200;

    /**
     * A place where the words stand.
     *
     * @param report that stands for the record whose file it is
     * @param page from 1
     * @param mark the annotation that has them, or null where the page has
     */
    record Place(
            RecordId report,
            String title,
            String sha256,
            int page,
            Excerpt excerpt,
            @Nullable Annotation mark) {
        /** What is to come into sight. */
        Sought sought() {
            return new Sought(
                    page,
                    text -> mark != null
                            ? Anchors.seen(text.frame(), mark.anchor())
                            : excerpt.in(page, text.text()).stream()
                                    .flatMap(span -> text.boxes(span.start(), span.end()).stream())
                                    .toList());
        }
    }

    /**
     * What was found.
     *
     * @param words that were looked for; blank for none
     * @param reports in which
     * @param most whether there may be more than are kept
     */
    record Result(String words, List<Place> places, int reports, boolean most) {
        Result {
            places = List.copyOf(places);
        }
    }

    private final Review review;
    private final Jobs jobs;
    private final Reviewer reviewer;
    private final Consumer<Place> open;
    private final StringProperty words = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Result> result =
            new ReadOnlyObjectWrapper<>(new Result("", List.of(), 0, false));
    private final ReadOnlyObjectWrapper<@Nullable Place> current = new ReadOnlyObjectWrapper<>();

    /** @param open shows a place */
    SearchModel(Review review, Jobs jobs, Reviewer reviewer, Consumer<Place> open) {
        this.review = review;
        this.jobs = jobs;
        this.reviewer = reviewer;
        this.open = open;
        words.subscribe((was, is) -> {
            current.set(null);
            look(MILLIS);
        });
    }

    StringProperty wordsProperty() {
        return words;
    }

    ReadOnlyObjectProperty<Result> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** The place that was gone to, or null. */
    ReadOnlyObjectProperty<@Nullable Place> currentProperty() {
        return current.getReadOnlyProperty();
    }

    void go(Place place) {
        current.set(place);
        open.accept(place);
    }

    /** The review has changed: what is looked for may stand elsewhere now. */
    void refresh() {
        if (!words.get().isBlank()) {
            look(0);
        }
    }

    private void look(int after) {
        String asked = words.get();
        jobs.settled("reader-search", after, p -> find(asked)).then(result::set);
    }

    private Result find(String asked) {
        if (asked.isBlank()) {
            return new Result("", List.of(), 0, false);
        }
        Map<RecordId, List<Place>> byReport = new LinkedHashMap<>();
        List<Hit> hits = review.attachments().search(asked);
        for (Hit hit : hits) {
            add(byReport, hit.record(), hit.sha256(), hit.page(), Excerpt.of(hit.snippet()), null);
        }
        for (Annotation mark :
                review.annotations().find(AnnotationQuery.everything().withWords(asked), reviewer.id())) {
            Excerpt excerpt = Excerpt.of(mark.anchor().quote());
            add(byReport, mark.record(), mark.sha256(), mark.anchor().page(), excerpt, mark);
        }
        List<Place> places = new ArrayList<>();
        byReport.values().forEach(of -> of.stream()
                .sorted(Comparator.comparing(Place::sha256)
                        .thenComparingInt(Place::page)
                        .thenComparing(place -> place.mark() == null))
                .forEach(places::add));
        return new Result(asked, places, byReport.size(), hits.size() >= Attachments.MOST_HITS);
    }

    private void add(
            Map<RecordId, List<Place>> byReport,
            RecordId record,
            String sha256,
            int page,
            Excerpt excerpt,
            @Nullable Annotation mark) {
        RecordId report = review.duplicates().keeperOf(record);
        List<Place> places = byReport.computeIfAbsent(report, r -> new ArrayList<>());
        String title = places.isEmpty()
                ? review.records().titles(List.of(report)).getOrDefault(report, "")
                : places.get(0).title();
        places.add(new Place(report, title, sha256, page, excerpt, mark));
    }

    /** Where on a page of the open file the words stand that were gone to. */
    List<PageSpan> on(TextLayer page, String sha256) {
        Place place = current.get();
        return place == null
                        || place.mark() != null
                        || place.page() != page.page()
                        || !place.sha256().equals(sha256)
                ? List.of()
                : place.excerpt().in(page.page(), page.text());
    }
}
