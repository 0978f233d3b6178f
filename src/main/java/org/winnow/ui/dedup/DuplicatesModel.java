package org.winnow.ui.dedup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.winnow.dedup.DuplicateSearch;
import org.winnow.model.BibRecord;
import org.winnow.model.RecordId;
import org.winnow.store.Changes;
import org.winnow.store.Changes.Kind;
import org.winnow.store.Duplicates;
import org.winnow.store.Duplicates.DoubtfulPair;
import org.winnow.store.Duplicates.Duplicate;
import org.winnow.store.RecordQuery;
import org.winnow.store.Records.Origin;
import org.winnow.store.Review;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;

/** Doubtful pairs and merged groups as one list, the doubtful ones first; what is chosen is shown side by side. */
public final class DuplicatesModel {
    /**
     * One line of the list: two records, {@code left} standing for {@code right} where they are merged.
     *
     * @param doubtful whether a person is asked; else they are merged
     */
    record Entry(RecordId left, RecordId right, boolean doubtful, boolean automatic, String title, String why) {}

    /** Both records of an entry. */
    record Sides(Entry entry, BibRecord left, BibRecord right, Origin leftOrigin, Origin rightOrigin) {}

    /** How many of each there are. */
    record Numbers(long records, long doubtful, long merged) {}

    private final Review review;
    private final Jobs jobs;
    private final Texts texts;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Sides> sides = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Numbers> numbers = new ReadOnlyObjectWrapper<>(new Numbers(0, 0, 0));

    public DuplicatesModel(Review review, Jobs jobs, Texts texts) {
        this.review = review;
        this.jobs = jobs;
        this.texts = texts;
    }

    ObservableList<Entry> entries() {
        return entries;
    }

    ReadOnlyObjectProperty<@Nullable Sides> sidesProperty() {
        return sides.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Numbers> numbersProperty() {
        return numbers.getReadOnlyProperty();
    }

    /** Compares all records, merges what is certain and lists what is not. */
    void find() {
        jobs.run(texts.get("duplicates.running"), p -> new DuplicateSearch(review).run(p));
    }

    void load() {
        jobs.latest("duplicates", p -> read()).then(read -> {
            entries.setAll(read.entries());
            numbers.set(read.numbers());
        });
    }

    private record Read(List<Entry> entries, Numbers numbers) {}

    private Read read() {
        List<DoubtfulPair> doubtful = review.duplicates().pairs(Duplicates.Answer.OPEN);
        List<Duplicate> merged = review.duplicates().all();
        Map<RecordId, String> titles = titles(doubtful, merged);
        List<Entry> all = new ArrayList<>();
        doubtful.forEach(p -> all.add(new Entry(p.a(), p.b(), true, false, titles.getOrDefault(p.a(), ""), p.why())));
        merged.forEach(d -> all.add(
                new Entry(d.keeper(), d.record(), false, d.automatic(), titles.getOrDefault(d.keeper(), ""), d.why())));
        long records = review.records().count(RecordQuery.everything().withDuplicates(RecordQuery.Group.ALL));
        return new Read(all, new Numbers(records, doubtful.size(), merged.size()));
    }

    private Map<RecordId, String> titles(List<DoubtfulPair> doubtful, List<Duplicate> merged) {
        List<RecordId> ids = new ArrayList<>();
        doubtful.forEach(p -> ids.add(p.a()));
        merged.forEach(d -> ids.add(d.keeper()));
        Map<RecordId, String> titles = new HashMap<>();
        review.records().titles(ids).forEach(titles::put);
        return titles;
    }

    void choose(@Nullable Entry entry) {
        if (entry == null) {
            sides.set(null);
            return;
        }
        jobs.latest("sides", p -> sides(entry)).then(sides::set);
    }

    private @Nullable Sides sides(Entry entry) {
        BibRecord left = review.records().bib(entry.left()).orElse(null);
        BibRecord right = review.records().bib(entry.right()).orElse(null);
        if (left == null || right == null) {
            return null;
        }
        Origin nowhere = new Origin("", "", 0);
        return new Sides(
                entry,
                left,
                right,
                review.records().origin(entry.left()).orElse(nowhere),
                review.records().origin(entry.right()).orElse(nowhere));
    }

    /** The two are the same report; the left record stands for both. */
    void same(Entry entry) {
        jobs.inOrder(p -> review.write(Duplicates.same(entry.left(), entry.right(), entry.why())));
    }

    /** The two are different reports; a merged record stands for itself again. */
    void different(Entry entry) {
        jobs.inOrder(p -> review.write(
                entry.doubtful()
                        ? Duplicates.different(entry.left(), entry.right())
                        : Duplicates.separate(entry.right(), entry.left())));
    }

    /** Lets the right record stand for the group instead of the left. */
    void swap(Entry entry) {
        if (!entry.doubtful()) {
            jobs.inOrder(p -> review.write(Duplicates.keep(entry.right(), entry.left())));
        }
    }

    void refresh(Changes changes) {
        if (changes.touch(Kind.DUPLICATES, Kind.RECORDS)) {
            load();
        }
    }
}
