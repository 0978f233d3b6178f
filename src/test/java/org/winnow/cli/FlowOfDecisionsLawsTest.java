package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.ScreenedRecord;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.prisma.FlowCounts;
import org.winnow.screening.Batch;
import org.winnow.screening.DecisionLine;
import org.winnow.store.Merges;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;

/** Whatever was decided, the flow counts what a plain walk over the records counts. */
class FlowOfDecisionsLawsTest {
    private static final Map<String, SourceKind> KINDS = Map.of(
            "Embase", SourceKind.DATABASE,
            "Trials", SourceKind.REGISTER,
            "Cited", SourceKind.CITATION,
            "Web", SourceKind.WEBSITE);

    /** One line of one reviewer's decisions file. */
    record Act(boolean ada, boolean resolution, Stage stage, int record, String decision, String reason) {}

    /** A review in numbers: where each record came from, which are duplicates, and who said what. */
    record Story(List<String> sources, List<List<Integer>> duplicates, List<Act> acts) {}

    @Property(tries = 60)
    void theFlowIsTheSumOfTheRecords(@ForAll("stories") Story story) throws IOException {
        Path folder = Files.createTempDirectory("winnow-flow");
        try (Review review = TestReview.create(folder, "Ada", "Ben")) {
            tell(story, review);

            FlowCounts counts = FlowCounts.of(
                    review.sources().all(),
                    review.standing().flowRows(),
                    review.criteria().all());

            List<ScreenedRecord> records = records(review);
            Map<String, Long> expected = boxes(records, review);
            expected.forEach((box, n) ->
                    assertThat(counts.box(box)).as("%s of %s", box, story).isEqualTo(n));
            assertThat(counts.reasons()).isEqualTo(reasons(records, review, true));
            assertThat(counts.otherReasons()).isEqualTo(reasons(records, review, false));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void tell(Story story, Review review) {
        for (int i = 0; i < story.sources().size(); i++) {
            String source = story.sources().get(i);
            TestReview.importTitles(review, source, KINDS.get(source), "Record " + (i + 1));
        }
        int n = story.sources().size();
        for (List<Integer> pair : story.duplicates()) {
            RecordId a = new RecordId(pair.get(0) % n + 1);
            RecordId b = new RecordId(pair.get(1) % n + 1);
            if (!a.equals(b)) {
                review.write(Merges.same(a, b, "told"));
            }
        }
        List<Reviewer> people = review.reviewers().all();
        long line = 2;
        for (Act act : story.acts()) {
            DecisionLine said = new DecisionLine(
                    line++, String.valueOf(act.record() % n + 1), act.decision(), act.reason(), "", List.of());
            new Batch(review, act.stage(), people.get(act.ada() ? 0 : 1).id(), act.resolution()).apply(List.of(said));
        }
    }

    private static List<ScreenedRecord> records(Review review) {
        try (Stream<ScreenedRecord> all =
                review.records().screened(RecordQuery.everything().withDuplicates(RecordQuery.Group.ALL))) {
            return all.toList();
        }
    }

    private static Map<String, Long> boxes(List<ScreenedRecord> records, Review review) {
        Map<String, Long> boxes = new TreeMap<>();
        boxes.put("database_results", count(records, r -> r.source().equals("Embase")));
        boxes.put("register_results", count(records, r -> r.source().equals("Trials")));
        boxes.put("citations_results", count(records, r -> r.source().equals("Cited")));
        boxes.put("website_results", count(records, r -> r.source().equals("Web")));
        List<ScreenedRecord> searched =
                records.stream().filter(FlowOfDecisionsLawsTest::searched).toList();
        List<ScreenedRecord> unique =
                searched.stream().filter(r -> r.duplicateOf() == null).toList();
        boxes.put("duplicates", (long) searched.size() - unique.size());
        boxes.put(
                "records_screened",
                count(unique, r -> r.titleAbstract() != Outcome.UNDECIDED && r.titleAbstract() != Outcome.AWAITING));
        boxes.put("records_excluded", count(unique, r -> r.titleAbstract() == Outcome.EXCLUDE));
        List<ScreenedRecord> sought = sought(records, true);
        List<ScreenedRecord> otherSought = sought(records, false);
        arm("dbr", sought, review, boxes);
        arm("other", otherSought, review, boxes);
        boxes.put(
                "new_reports",
                count(sought, r -> r.fullText() == Outcome.INCLUDE)
                        + count(otherSought, r -> r.fullText() == Outcome.INCLUDE));
        return boxes;
    }

    private static void arm(String arm, List<ScreenedRecord> sought, Review review, Map<String, Long> boxes) {
        Predicate<ScreenedRecord> read = r -> r.fullText() != Outcome.UNDECIDED && r.fullText() != Outcome.AWAITING;
        boxes.put(arm + "_sought_reports", (long) sought.size());
        boxes.put(arm + "_notretrieved_reports", count(sought, read.negate().and(r -> review.retrievals()
                .of(r.id())
                .key()
                .equals("not-retrieved"))));
        boxes.put(arm + "_assessed", count(sought, read));
        boxes.put(arm + "_excluded", count(sought, r -> r.fullText() == Outcome.EXCLUDE));
    }

    /** Searched records are sought once they pass; those found otherwise unless they were turned down. */
    private static List<ScreenedRecord> sought(List<ScreenedRecord> records, boolean searched) {
        return records.stream()
                .filter(r -> searched(r) == searched && r.duplicateOf() == null)
                .filter(r -> searched
                        ? r.titleAbstract() == Outcome.INCLUDE || r.titleAbstract() == Outcome.MAYBE
                        : r.titleAbstract() != Outcome.EXCLUDE)
                .toList();
    }

    private static Map<String, Long> reasons(List<ScreenedRecord> records, Review review, boolean searched) {
        assertThat(review.criteria().all()).hasSizeLessThanOrEqualTo(2);
        return sought(records, searched).stream()
                .filter(r -> r.fullText() == Outcome.EXCLUDE)
                .collect(Collectors.groupingBy(ScreenedRecord::reason, Collectors.counting()));
    }

    private static boolean searched(ScreenedRecord record) {
        return KINDS.getOrDefault(record.source(), SourceKind.OTHER).databaseOrRegister();
    }

    private static long count(List<ScreenedRecord> records, Predicate<ScreenedRecord> which) {
        return records.stream().filter(which).count();
    }

    @Provide
    Arbitrary<Story> stories() {
        Arbitrary<Integer> record = Arbitraries.integers().between(0, 7);
        Arbitrary<List<Integer>> pair = record.list().ofSize(2);
        Arbitrary<Act> act = Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.frequency(Tuple.of(9, false), Tuple.of(1, true)),
                        Arbitraries.of(Stage.values()),
                        record,
                        Arbitraries.of("include", "include", "exclude", "maybe", "not-retrieved", "retrieved"),
                        Arbitraries.of("Wrong place", "No control"))
                .as(Act::new);
        return Combinators.combine(
                        Arbitraries.of(new ArrayList<>(new TreeMap<>(KINDS).keySet()))
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(8),
                        pair.list().ofMaxSize(2),
                        act.list().ofMaxSize(40))
                .as(Story::new);
    }
}
