package org.winnow.ui.fulltext;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.PdfFolder;
import org.winnow.fulltext.reading.WarmUp;
import org.winnow.fulltext.reading.Whereabouts;
import org.winnow.model.Annotation;
import org.winnow.model.Criterion;
import org.winnow.model.CriterionId;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.model.Verdict;
import org.winnow.store.Changes;
import org.winnow.store.Changes.Kind;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.ui.fulltext.PdfModel.Sought;
import org.winnow.ui.fulltext.SearchModel.Place;
import org.winnow.ui.kit.Deciding;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.RecordList;
import org.winnow.work.Progress;

/** Reading full texts and deciding on them, for one reviewer: properties out, commands in. */
public final class ReaderModel implements Deciding {
    private final Review review;
    private final Jobs jobs;
    private final Reviewer reviewer;
    private final DecisionDesk desk;
    private final RecordList list;
    private final FileModel file;
    private final MarksModel marks;
    private final SearchModel search;

    private final ObjectProperty<Queue> queue = new SimpleObjectProperty<>(Queue.UNDECIDED);
    private final IntegerProperty position = new SimpleIntegerProperty(-1);
    private final ReadOnlyObjectWrapper<@Nullable Report> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<DecisionDesk.Terms> terms = new ReadOnlyObjectWrapper<>(text -> List.of());
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper left = new ReadOnlyLongWrapper();
    private List<Criterion> reasons = List.of();
    private boolean deciding;

    public ReaderModel(Review review, Jobs jobs, Reviewer reviewer, DecisionDesk desk) {
        this.review = review;
        this.jobs = jobs;
        this.reviewer = reviewer;
        this.desk = desk;
        this.list = new RecordList(
                "records-reader", jobs, ids -> review.records().rows(ids, reviewer.id(), Stage.FULL_TEXT));
        this.file = new FileModel(new PdfFolder(review.file()), jobs);
        this.marks = new MarksModel(review, jobs, reviewer, file);
        this.search = new SearchModel(review, jobs, reviewer, this::open);
        queue.subscribe((was, is) -> readList());
    }

    FileModel file() {
        return file;
    }

    MarksModel marks() {
        return marks;
    }

    SearchModel search() {
        return search;
    }

    RecordList list() {
        return list;
    }

    ObjectProperty<Queue> queueProperty() {
        return queue;
    }

    /** Place in the list of the report that is shown, or -1. */
    IntegerProperty positionProperty() {
        return position;
    }

    ReadOnlyObjectProperty<@Nullable Report> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** The words of the review that are marked on the pages. */
    ReadOnlyObjectProperty<DecisionDesk.Terms> termsProperty() {
        return terms.getReadOnlyProperty();
    }

    /** Whether the list has been read, so that an empty one is really empty. */
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** How many reports with a full text wait for the reviewer. */
    ReadOnlyLongProperty leftProperty() {
        return left.getReadOnlyProperty();
    }

    @Override
    public Stage stage() {
        return Stage.FULL_TEXT;
    }

    @Override
    public List<Criterion> reasons() {
        return reasons;
    }

    @Override
    public boolean reasonIsOptional() {
        return false;
    }

    void reload() {
        readWords();
        count();
        readList();
    }

    private void readWords() {
        jobs.latest("reader-reasons", p -> review.criteria().all()).then(all -> reasons = all);
        jobs.latest("reader-terms", p -> desk.terms()).then(terms::set);
    }

    /** Counts what is to be read. */
    void count() {
        jobs.latest("reader-count", p -> {
                    Set<RecordId> retrieved = review.attachments().keepers();
                    return Arrays.stream(review.records().ids(Queue.UNDECIDED.query(reviewer.id())))
                            .filter(id -> retrieved.contains(new RecordId(id)))
                            .count();
                })
                .then(left::set);
    }

    private void readList() {
        readListThen(() -> {
            Report before = report.get();
            int at = before == null ? -1 : list.positionOf(before.id());
            if (list.ids().isEmpty()) {
                came(null);
            } else {
                go(Math.max(at, 0));
            }
        });
    }

    private void readListThen(Runnable then) {
        Queue asked = queue.get();
        jobs.latest("list-reader", p -> {
                    long[] all = review.records().ids(asked.query(reviewer.id()));
                    Set<RecordId> retrieved = review.attachments().keepers();
                    return Arrays.stream(all)
                            .filter(id -> asked.takes(id, r -> retrieved.contains(new RecordId(r))))
                            .toArray();
                })
                .then(ids -> {
                    list.show(ids);
                    position.set(-1);
                    loaded.set(true);
                    then.run();
                });
    }

    /** Shows the report at that place of the list; out of range does nothing. */
    void go(int to) {
        if (to >= 0 && to < list.ids().size()) {
            show(to, list.ids().get(to));
        }
    }

    void next() {
        go(position.get() + 1);
    }

    void previous() {
        go(position.get() - 1);
    }

    /** Shows a report, whether the list has it or not. */
    void returnTo(RecordId id) {
        if (list.positionOf(id) < 0) {
            readListThen(() -> show(list.positionOf(id), id));
        } else {
            show(list.positionOf(id), id);
        }
    }

    /** Shows a place that was found in a full text or an annotation. */
    private void open(Place found) {
        Annotation mark = found.mark();
        file.want(found.sha256(), found.sought());
        if (mark != null) {
            marks.await(mark.id());
        }
        returnTo(found.report());
    }

    /** Shows these words of a report's file, however their lines are broken. */
    void open(RecordId id, String sha256, int page, String words) {
        Whereabouts sought = new Whereabouts(words, "", "");
        file.want(sha256, new Sought(page, text -> sought.in(page, text.text())
                .map(found -> text.boxes(found.span().start(), found.span().end()))
                .orElse(List.of())));
        returnTo(id);
    }

    private void show(int place, RecordId id) {
        position.set(place);
        jobs.latest("reader-report", p -> Report.read(review, reviewer.id(), id))
                .then(this::came);
    }

    private void came(@Nullable Report now) {
        report.set(now);
        file.show(now);
    }

    /**
     * Attaches a file to the report in front, and opens it.
     *
     * @param password empty for none
     * @param trouble hears why it cannot be read
     */
    void attach(Path pdfFile, String password, String title, Consumer<UserException> trouble) {
        Report now = report.get();
        if (now != null) {
            jobs.run(title, p -> {
                        desk.attach(pdfFile, now.id(), password, p);
                        return Report.read(review, reviewer.id(), now.id());
                    })
                    .then(report -> {
                        file.know(report, password);
                        came(report);
                    })
                    .onTrouble(trouble);
        }
    }

    /** The first paper has its first page sooner when drawing was got ready before. */
    void warmUp() {
        jobs.latest("reader-warm-up", p -> {
            if (!review.attachments().records().isEmpty()) {
                WarmUp.run(p);
            }
            return null;
        });
    }

    @Override
    public void include() {
        decide(Verdict.INCLUDE, null, p -> List.of());
    }

    @Override
    public void maybe() {
        decide(Verdict.MAYBE, null, p -> List.of());
    }

    @Override
    public void exclude(@Nullable CriterionId reason) {
        Jobs.Work<List<Op<?>>> support = reasons.stream()
                .filter(c -> c.id().equals(reason))
                .findFirst()
                .map(marks::support)
                .orElse(p -> List.of());
        decide(Verdict.EXCLUDE, reason, support);
    }

    private void decide(Verdict verdict, @Nullable CriterionId reason, Jobs.Work<List<Op<?>>> support) {
        writeAndGoOn((id, progress) -> desk.decide(id, verdict, reason, support.run(progress)));
    }

    @Override
    public void notRetrieved() {
        writeAndGoOn((id, progress) -> desk.notRetrieved(id));
    }

    @Override
    public void withdraw() {
        Report now = report.get();
        if (now != null && now.mine() != null) {
            jobs.inOrder(p -> {
                        desk.withdraw(now.id());
                        return Report.read(review, reviewer.id(), now.id());
                    })
                    .then(this::came);
        }
    }

    /** Writes what is said of a report. */
    private interface Saying {
        void of(RecordId report, Progress progress) throws Exception;
    }

    /** Decides, and only when that is on the disk shows the next report. One decision at a time. */
    private void writeAndGoOn(Saying write) {
        Report now = report.get();
        if (now == null || deciding) {
            return;
        }
        deciding = true;
        int at = position.get();
        boolean last = at < 0 || at + 1 >= list.ids().size();
        RecordId then = last ? now.id() : list.ids().get(at + 1);
        jobs.inOrder(p -> {
                    write.of(now.id(), p);
                    return Report.read(review, reviewer.id(), then);
                })
                .then(next -> {
                    if (!last) {
                        position.set(at + 1);
                    }
                    came(next);
                    if (last) {
                        reload();
                    }
                })
                .atEnd(() -> deciding = false);
    }

    /** The review has changed: brings up to date what is concerned, leaving the list in its order. */
    void refresh(Changes changes) {
        RecordId focus = changes.focus();
        if (changes.touch(Kind.ANNOTATIONS, Kind.DECISIONS, Kind.CRITERIA, Kind.TAGS)) {
            marks.load();
        }
        if (changes.touch(Kind.ANNOTATIONS, Kind.DECISIONS, Kind.ATTACHMENTS, Kind.DUPLICATES)) {
            search.refresh();
        }
        boolean everything = changes.touch(Kind.RECORDS, Kind.DUPLICATES, Kind.SOURCES)
                || focus == null && changes.touch(Kind.DECISIONS, Kind.RETRIEVAL, Kind.ATTACHMENTS);
        if (everything) {
            reload();
            return;
        }
        if (changes.touch(Kind.CRITERIA, Kind.KEYWORDS)) {
            readWords();
        }
        if (focus != null && changes.touch(Kind.DECISIONS, Kind.RETRIEVAL, Kind.ATTACHMENTS)) {
            list.forget(focus);
            count();
            Report now = report.get();
            if (now != null && now.id().equals(focus) && !deciding) {
                jobs.latest("reader-report", p -> Report.read(review, reviewer.id(), focus))
                        .then(this::came);
            }
        }
    }

    /** Lets go of all files. Beside the FX thread. */
    void close() {
        file.close();
    }
}
