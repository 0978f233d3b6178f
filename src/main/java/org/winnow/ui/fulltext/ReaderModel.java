package org.winnow.ui.fulltext;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
import org.winnow.ui.kit.RecordWalk;

/** Reading full texts and deciding on them, for one reviewer: properties out, commands in. */
public final class ReaderModel implements Deciding {
    private static final String WARM_UP = "reader-warm-up";
    /** Beside the first reading of the screens it would only make both slower. */
    private static final long REST_MILLIS = 700;

    private final Review review;
    private final Jobs jobs;
    private final Reviewer reviewer;
    private final DecisionDesk desk;
    private final RecordList list;
    private final RecordWalk<Report> walk;
    private final FileModel file;
    private final MarksModel marks;
    private final SearchModel search;
    private final QuestionsModel questions;
    private final ScanModel scan;

    private final ObjectProperty<Queue> queue = new SimpleObjectProperty<>(Queue.UNDECIDED);
    private final ReadOnlyObjectWrapper<@Nullable Report> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<DecisionDesk.Terms> terms = new ReadOnlyObjectWrapper<>(text -> List.of());
    private final ReadOnlyLongWrapper left = new ReadOnlyLongWrapper();
    private List<Criterion> reasons = List.of();

    public ReaderModel(Review review, Jobs jobs, Reviewer reviewer, DecisionDesk desk, QuestionDesk questions) {
        this.review = review;
        this.jobs = jobs;
        this.reviewer = reviewer;
        this.desk = desk;
        this.list = new RecordList(
                "records-reader", jobs, ids -> review.records().rows(ids, reviewer.id(), Stage.FULL_TEXT));
        this.file = new FileModel(new PdfFolder(review.file()), jobs);
        this.marks = new MarksModel(review, jobs, reviewer, file);
        this.search = new SearchModel(review, jobs, reviewer, this::open);
        this.questions = new QuestionsModel(questions, jobs, file);
        this.scan = new ScanModel(desk, jobs, file);
        this.walk = new RecordWalk<>("reader", jobs, list, new Room());
        queue.subscribe((was, is) -> walk.read());
    }

    private final class Room implements RecordWalk.Room<Report> {
        @Override
        public Jobs.Work<long[]> listed() {
            Queue asked = queue.get();
            return p -> {
                Set<RecordId> retrieved = review.attachments().keepers();
                return Arrays.stream(review.records().ids(asked.query(reviewer.id())))
                        .filter(id -> asked.takes(id, r -> retrieved.contains(new RecordId(r))))
                        .toArray();
            };
        }

        @Override
        public Report load(RecordId record) {
            return Report.read(review, reviewer.id(), record);
        }

        @Override
        public void came(@Nullable Report now) {
            report.set(now);
            file.show(now);
        }

        @Override
        public @Nullable RecordId inFront() {
            Report now = report.get();
            return now == null ? null : now.id();
        }
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

    /** What is asked about the report in front, for the dataset of the review. */
    QuestionsModel questions() {
        return questions;
    }

    /** Whether the pages of the open file are pictures. */
    ScanModel scan() {
        return scan;
    }

    RecordList list() {
        return list;
    }

    ObjectProperty<Queue> queueProperty() {
        return queue;
    }

    /** The way through the list. */
    RecordWalk<Report> walk() {
        return walk;
    }

    ReadOnlyObjectProperty<@Nullable Report> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** The words of the review that are marked on the pages. */
    ReadOnlyObjectProperty<DecisionDesk.Terms> termsProperty() {
        return terms.getReadOnlyProperty();
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
        walk.read();
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

    /** Shows a place that was found in a full text or an annotation. */
    private void open(Place found) {
        Annotation mark = found.mark();
        file.want(found.sha256(), found.sought());
        if (mark != null) {
            marks.await(mark.id());
        }
        walk.returnTo(found.report());
    }

    /** Shows these words of a report's file, however their lines are broken. */
    void open(RecordId id, String sha256, int page, String words) {
        Whereabouts sought = new Whereabouts(words, "", "");
        file.want(sha256, new Sought(page, text -> sought.in(page, text.text())
                .map(found -> text.boxes(found.span().start(), found.span().end()))
                .orElse(List.of())));
        walk.returnTo(id);
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
                        walk.came(report);
                    })
                    .onTrouble(trouble);
        }
    }

    /**
     * The first paper has its first page sooner when drawing was got ready before: once the window has come to rest, and
     * unless a paper is opened meanwhile.
     */
    void warmUp() {
        jobs.latest(WARM_UP, p -> !review.attachments().records().isEmpty()).then(any -> {
            if (any && file.fileProperty().get() == null) {
                jobs.settled(WARM_UP, REST_MILLIS, p -> {
                    WarmUp.run(p);
                    return null;
                });
                file.fileProperty().subscribe((was, is) -> jobs.latest(WARM_UP, p -> null));
            }
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
        walk.writeAndGoOn((id, progress) -> desk.decide(id, verdict, reason, support.run(progress)), this::reload);
    }

    @Override
    public void notRetrieved() {
        walk.writeAndGoOn((id, progress) -> desk.notRetrieved(id), this::reload);
    }

    @Override
    public void withdraw() {
        Report now = report.get();
        if (now != null && now.mine() != null) {
            jobs.inOrder(p -> {
                        desk.withdraw(now.id());
                        return Report.read(review, reviewer.id(), now.id());
                    })
                    .then(walk::came);
        }
    }

    /** The review has changed: brings up to date what is concerned, leaving the list in its order. */
    void refresh(Changes changes) {
        RecordId focus = changes.focus();
        if (changes.touch(Kind.ANNOTATIONS, Kind.DECISIONS, Kind.CRITERIA, Kind.TAGS)) {
            marks.load();
        }
        if (changes.touch(Kind.REPORT, Kind.DECISIONS)) {
            questions.load();
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
            if (now != null && now.id().equals(focus) && !walk.writing()) {
                walk.showAgain(focus);
            }
        }
    }

    /** Lets go of all files. Beside the FX thread. */
    void close() {
        file.close();
    }
}
