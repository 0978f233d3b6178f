package org.winnow.ui.dedup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.winnow.dedup.DuplicateSearch;
import org.winnow.model.BibRecord;
import org.winnow.model.MergedRecord;
import org.winnow.model.MergedRecord.Member;
import org.winnow.model.RecordId;
import org.winnow.model.Source;
import org.winnow.model.SourceId;
import org.winnow.store.Changes;
import org.winnow.store.Changes.Kind;
import org.winnow.store.DuplicateList.Item;
import org.winnow.store.DuplicateList.Row;
import org.winnow.store.Duplicates;
import org.winnow.store.Duplicates.Duplicate;
import org.winnow.store.Merges;
import org.winnow.store.Op;
import org.winnow.store.RecordQuery;
import org.winnow.store.Records.Origin;
import org.winnow.store.Review;
import org.winnow.ui.dedup.Compared.Column;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.PagedList;
import org.winnow.ui.kit.Texts;

/** Doubtful pairs and merged groups as one list, the doubtful ones first; what is chosen is shown side by side. */
public final class DuplicatesModel {
    /** How many records there are, and how many duplicates among them. */
    record Numbers(long records, Duplicates.Numbers duplicates) {}

    private static final Numbers NONE = new Numbers(0, new Duplicates.Numbers(0, 0, 0, 0, 0));

    private final Review review;
    private final Jobs jobs;
    private final Texts texts;
    private final PagedList<Item, Row> list;
    private final ReadOnlyObjectWrapper<@Nullable Compared> compared = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Numbers> numbers = new ReadOnlyObjectWrapper<>(NONE);

    public DuplicatesModel(Review review, Jobs jobs, Texts texts) {
        this.review = review;
        this.jobs = jobs;
        this.texts = texts;
        this.list = new PagedList<>("duplicates", jobs, Item::new, Item::number, Row::item, items -> review.duplicates()
                .list()
                .rows(items));
    }

    PagedList<Item, Row> list() {
        return list;
    }

    ReadOnlyObjectProperty<@Nullable Compared> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Numbers> numbersProperty() {
        return numbers.getReadOnlyProperty();
    }

    /** Compares all records, merges what is certain and lists what is not. */
    void find() {
        jobs.run(texts.get("duplicates.running"), p -> new DuplicateSearch(review).run(p));
    }

    private record Read(long[] items, Numbers numbers) {}

    void load() {
        jobs.latest("duplicates", p -> read()).then(read -> {
            list.show(read.items());
            numbers.set(read.numbers());
        });
    }

    private Read read() {
        long records = review.records().count(RecordQuery.everything().withDuplicates(RecordQuery.Group.ALL));
        return new Read(
                review.duplicates().list().items(),
                new Numbers(records, review.duplicates().numbers()));
    }

    void choose(@Nullable Item item) {
        if (item == null) {
            compared.set(null);
            return;
        }
        jobs.latest("compared", p -> compared(item)).then(compared::set);
    }

    private @Nullable Compared compared(Item item) {
        List<Row> rows = review.duplicates().list().rows(List.of(item));
        if (rows.isEmpty()) {
            return null;
        }
        if (!item.doubtful()) {
            RecordId keeper = new RecordId(item.number());
            List<Member> members = review.duplicates().members(keeper);
            return new Compared(rows.get(0), columns(keeper, members), MergedRecord.of(members));
        }
        List<Column> columns = new ArrayList<>();
        for (RecordId id : review.duplicates().list().pair(item)) {
            review.records().bib(id).ifPresent(bib -> columns.add(column(id, bib, standsFor(id), null)));
        }
        return new Compared(rows.get(0), columns, null);
    }

    private int standsFor(RecordId id) {
        return review.duplicates().behind(id).size();
    }

    private List<Column> columns(RecordId keeper, List<Member> members) {
        List<Duplicate> behind = review.duplicates().behind(keeper);
        return members.stream()
                .map(m -> column(
                        m.id(),
                        m.record(),
                        m.id().equals(keeper) ? behind.size() : 0,
                        behind.stream()
                                .filter(d -> d.record().equals(m.id()))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private Column column(RecordId id, BibRecord record, int standsFor, @Nullable Duplicate how) {
        Origin origin = review.records().origin(id).orElse(new Origin("", "", 0));
        return new Column(id, record, origin, standsFor, how != null && how.automatic(), how == null ? "" : how.why());
    }

    /** Both records of the pair are the same report; the first stands for both. */
    void same(Compared pair) {
        write(Merges.same(
                pair.columns().get(0).id(),
                pair.columns().get(1).id(),
                pair.row().why()));
    }

    /** The records of the pair are different reports; where others bring them together, the second leaves the group. */
    void different(Compared pair) {
        if (pair.row().disputed()) {
            separate(pair.columns().get(1));
            return;
        }
        write(Merges.different(pair.columns().get(0).id(), pair.columns().get(1).id()));
    }

    /** Takes one record out of its group. */
    void separate(Column column) {
        write(Merges.separate(column.id()));
    }

    /** Takes the whole group apart. */
    void apart(Compared group) {
        write(Merges.apart(group.row().first()));
    }

    /** Lets another record stand for its group. */
    void keep(Column column) {
        write(Merges.keep(column.id()));
    }

    /** The probabilities of all doubtful pairs, the highest first, handed over on the FX thread. */
    void withScores(Consumer<double[]> then) {
        jobs.latest("scores", p -> review.duplicates().list().scores()).then(then);
    }

    /** Accepts the doubtful pairs that are at least as likely. */
    void accept(double least) {
        jobs.inOrder(p -> review.write(Merges.sameAll(review.duplicates().pairs(Duplicates.Answer.OPEN).stream()
                .filter(pair -> pair.score() >= least)
                .toList())));
    }

    /** Takes back what was merged without asking, or everything. */
    void takeBack(boolean alsoByPersons) {
        write(Merges.takeBack(alsoByPersons));
    }

    /** All sources, those first whose records are to stand for duplicates, handed over on the FX thread. */
    void withSources(Consumer<List<Source>> then) {
        jobs.latest("sources-by-preference", p -> {
                    List<SourceId> preferred = review.sources().preferred();
                    List<Source> sources = new ArrayList<>(review.sources().all());
                    sources.sort(Comparator.comparingInt(s -> {
                        int at = preferred.indexOf(s.id());
                        return at < 0 ? Integer.MAX_VALUE : at;
                    }));
                    return sources;
                })
                .then(then);
    }

    /** Keeps the order of sources, and chooses anew in groups that nobody has decided on or changed. */
    void prefer(List<SourceId> order) {
        jobs.inOrder(
                p -> review.write(Op.together("prefer", List.of(review.sources().prefer(order), Merges.arrange()))));
    }

    private void write(Op<Void> op) {
        jobs.inOrder(p -> review.write(op));
    }

    void refresh(Changes changes) {
        if (changes.touch(Kind.DUPLICATES, Kind.RECORDS)) {
            load();
        }
    }
}
