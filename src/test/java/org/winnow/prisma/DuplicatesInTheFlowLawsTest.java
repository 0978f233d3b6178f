package org.winnow.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.winnow.dedup.DuplicateSearch;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.ScreenedRecord;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Changes;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Merges;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.store.SourceCount;
import org.winnow.testkit.TestReview;
import org.winnow.work.Progress;

/** However records are merged, taken apart and searched for again, and whatever is undone: the diagram counts them. */
class DuplicatesInTheFlowLawsTest {
    private static final Map<String, SourceKind> SOURCES = Map.of(
            "Embase", SourceKind.DATABASE,
            "PubMed", SourceKind.DATABASE,
            "Trials", SourceKind.REGISTER,
            "Web", SourceKind.WEBSITE);
    private static final List<String> TITLES = List.of(
            "Effects of early mobilisation after stroke on walking speed",
            "A survey of nurses in rural hospitals of the north",
            "Outcomes of care in nursing homes for the elderly",
            "Vitamin D and falls in older women with osteoporosis");

    enum What {
        SEARCH,
        FIND,
        SAME,
        SEPARATE,
        KEEP,
        APART,
        TAKE_BACK,
        DECIDE,
        FREEZE,
        UNDO
    }

    /** @param works positions in {@link #TITLES} that a search finds; a and b name records */
    record Step(What what, String source, List<Integer> works, int a, int b) {}

    @Property(tries = 20)
    void theDiagramCountsDuplicatesInTotalBySourceAndSinceAVersion(@ForAll("stories") List<Step> steps)
            throws IOException {
        Path folder = Files.createTempDirectory("winnow-duplicates");
        try (Review review = TestReview.create(folder, "Ada")) {
            Deque<Map<String, Long>> before = new ArrayDeque<>();
            for (Step step : steps) {
                take(step, review, before);
                assertCounted(review, steps);
            }
            assertThat(review.check()).isEmpty();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Takes the step; an undo must bring back every number as it was before the step that it undoes. */
    private static void take(Step step, Review review, Deque<Map<String, Long>> before) {
        if (step.what() == What.UNDO) {
            if (!before.isEmpty()) {
                review.undo();
                assertThat(numbers(review)).isEqualTo(before.pop());
            }
            return;
        }
        AtomicInteger commits = new AtomicInteger();
        Consumer<Changes> count = c -> commits.incrementAndGet();
        Map<String, Long> now = numbers(review);
        review.addListener(count);
        act(step, review);
        review.removeListener(count);
        assertThat(commits.get()).as(step.toString()).isLessThan(2);
        if (commits.get() == 1) {
            before.push(now);
        }
    }

    private static void act(Step step, Review review) {
        List<RecordId> all = records(review).stream().map(ScreenedRecord::id).toList();
        if (step.what() == What.SEARCH) {
            TestReview.importRecords(
                    review,
                    step.source(),
                    SOURCES.get(step.source()),
                    step.works().stream().map(DuplicatesInTheFlowLawsTest::work).toList());
            return;
        }
        if (all.isEmpty()) {
            return;
        }
        RecordId a = all.get(step.a() % all.size());
        RecordId b = all.get(step.b() % all.size());
        boolean duplicate = !review.duplicates().keeperOf(a).equals(a);
        boolean grouped = duplicate || !review.duplicates().behind(a).isEmpty();
        switch (step.what()) {
            case FIND -> new DuplicateSearch(review).run(Progress.NONE);
            case SAME -> {
                if (!a.equals(b)) {
                    review.write(Merges.same(a, b, "Told."));
                }
            }
            case SEPARATE -> {
                if (grouped) {
                    review.write(Merges.separate(a));
                }
            }
            case KEEP -> review.write(Merges.keep(a));
            case APART -> review.write(Merges.apart(review.duplicates().keeperOf(a)));
            case TAKE_BACK -> review.write(Merges.takeBack(step.b() % 2 == 0));
            case DECIDE ->
                review.write(Decisions.decide(new NewDecision(
                        a,
                        Stage.TITLE_ABSTRACT,
                        new ReviewerId(1),
                        step.b() % 2 == 0 ? Verdict.EXCLUDE : Verdict.INCLUDE,
                        null,
                        false)));
            case FREEZE -> review.write(new ReviewFlow(review).freeze("Version", ""));
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    private static void assertCounted(Review review, List<Step> steps) {
        List<ScreenedRecord> records = records(review);
        for (SourceCount source : review.sources().counts()) {
            List<ScreenedRecord> own = records.stream()
                    .filter(r -> r.source().equals(source.source().name()))
                    .toList();
            assertThat(source.records()).isEqualTo(own.size());
            assertThat(source.duplicates())
                    .as("of %s after %s", source.source().name(), steps)
                    .isEqualTo(own.stream().filter(r -> r.duplicateOf() != null).count());
        }
        List<ScreenedRecord> searched =
                records.stream().filter(DuplicatesInTheFlowLawsTest::searched).toList();
        FlowCounts counts = new ReviewFlow(review).counts(Template.NEW_DATABASES);
        assertThat(counts.box("duplicates"))
                .isEqualTo(
                        searched.stream().filter(r -> r.duplicateOf() != null).count());
        assertThat(identified(counts) - counts.box("duplicates"))
                .isEqualTo(review.records().count(RecordQuery.at(Stage.TITLE_ABSTRACT)));
        if (review.versions().latest().isPresent()) {
            FlowCounts since = new ReviewFlow(review).counts(Template.UPDATED_DATABASES);
            assertThat(identified(since) - since.box("duplicates"))
                    .as("new since the version, after %s", steps)
                    .isEqualTo(standingAndNew(review, records, searched));
        }
    }

    /** Records that stand for themselves and neither were screened by the version nor stand for one that was. */
    private static long standingAndNew(Review review, List<ScreenedRecord> records, List<ScreenedRecord> searched) {
        Set<RecordId> screened = new HashSet<>();
        review.versions().settled(review.versions().latest().orElseThrow()).stream()
                .filter(s -> !s.fate().equals("duplicate"))
                .forEach(s -> screened.add(s.record()));
        Set<RecordId> known = new HashSet<>(screened);
        records.stream()
                .filter(r -> r.duplicateOf() != null && screened.contains(r.id()))
                .forEach(r -> known.add(r.duplicateOf()));
        return searched.stream()
                .filter(r -> r.duplicateOf() == null && !known.contains(r.id()))
                .count();
    }

    private static Map<String, Long> numbers(Review review) {
        Map<String, Long> numbers = new HashMap<>();
        for (SourceCount source : review.sources().counts()) {
            numbers.put(source.source().name() + " records", source.records());
            numbers.put(source.source().name() + " duplicates", source.duplicates());
        }
        ReviewFlow flow = new ReviewFlow(review);
        flow.counts(Template.NEW_ALL).boxes().forEach((box, n) -> numbers.put("new " + box, n));
        flow.counts(Template.UPDATED_ALL).boxes().forEach((box, n) -> numbers.put("updated " + box, n));
        numbers.put("pairs to look at", review.duplicates().numbers().doubtful());
        return numbers;
    }

    private static long identified(FlowCounts counts) {
        return counts.box("database_results") + counts.box("register_results");
    }

    private static boolean searched(ScreenedRecord r) {
        return SOURCES.get(r.source()).databaseOrRegister();
    }

    private static List<ScreenedRecord> records(Review review) {
        try (Stream<ScreenedRecord> all =
                review.records().screened(RecordQuery.everything().withDuplicates(RecordQuery.Group.ALL))) {
            return all.toList();
        }
    }

    private static BibRecord work(int n) {
        return BibRecord.builder()
                .title(TITLES.get(n))
                .author(new Author("Berg", "Anna"))
                .year(2010 + n)
                .journal("Journal of Stroke Care")
                .volume("12")
                .pages(n + "01-" + n + "09")
                .raw("r")
                .build();
    }

    @Provide
    Arbitrary<List<Step>> stories() {
        Arbitrary<What> what = Arbitraries.frequency(
                Tuple.of(4, What.SEARCH),
                Tuple.of(4, What.FIND),
                Tuple.of(2, What.SAME),
                Tuple.of(2, What.SEPARATE),
                Tuple.of(2, What.KEEP),
                Tuple.of(1, What.APART),
                Tuple.of(1, What.TAKE_BACK),
                Tuple.of(4, What.DECIDE),
                Tuple.of(1, What.FREEZE),
                Tuple.of(2, What.UNDO));
        Arbitrary<List<Integer>> works = Arbitraries.integers()
                .between(0, TITLES.size() - 1)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
        Arbitrary<Integer> record = Arbitraries.integers().between(0, 30);
        Arbitrary<Step> step = Combinators.combine(
                        what, Arbitraries.of(SOURCES.keySet().stream().sorted().toList()), works, record, record)
                .as(Step::new);
        Arbitrary<Step> search = step.map(s -> new Step(What.SEARCH, s.source(), s.works(), s.a(), s.b()));
        return Combinators.combine(
                        search.list().ofSize(2), step.list().ofMinSize(3).ofMaxSize(14))
                .as((first, then) ->
                        Stream.concat(first.stream(), then.stream()).toList());
    }
}
