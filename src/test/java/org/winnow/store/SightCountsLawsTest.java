package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.winnow.model.Decision;
import org.winnow.model.FlowRow;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.Role;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.StagePolicy;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Duplicates.Duplicate;
import org.winnow.testkit.TestReview;

/**
 * What is counted for a person by a shortcut is what counting record by record gives, and what each record shows is what
 * the rule says: nothing of the others until one has decided and nobody is waited for, or may settle it.
 */
class SightCountsLawsTest {
    private static final List<String> TITLES = List.of("One", "Two", "Three", "Four", "Five");

    private enum What {
        DECIDE,
        RESOLVE,
        RULE,
        ROLE,
        SAME
    }

    record Step(What what, int who, int record, Verdict verdict, Stage stage, int number) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(12, Arbitraries.just(What.DECIDE)), Tuple.of(5, Arbitraries.of(What.class))),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, TITLES.size()),
                        Arbitraries.of(Verdict.class),
                        Arbitraries.of(Stage.class),
                        Arbitraries.integers().between(0, 99))
                .as(Step::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(40);
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void countsForAPersonAreWhatTheRecordsShow(@ForAll("histories") List<Step> steps) throws IOException {
        Path folder = Files.createTempDirectory("winnow-sight");
        try (Review review = TestReview.create(folder, "Ada", "Ben", "Cy")) {
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, TITLES.toArray(String[]::new));
            List<Reviewer> people = review.reviewers().all();
            steps.forEach(s -> take(review, people, s));
            for (Reviewer person : people) {
                Review seen = review.seenBy(person.id());
                for (Stage stage : Stage.values()) {
                    countsAreThoseOfTheRecords(seen, stage);
                    recordsShowWhatTheRuleSays(review, seen, person, stage);
                }
                flowIsThatOfTheRecords(seen);
            }
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path p : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(p);
                }
            }
        }
    }

    private static void take(Review review, List<Reviewer> people, Step s) {
        Reviewer who = people.get(s.who());
        RecordId record = new RecordId(s.record());
        switch (s.what()) {
            case DECIDE -> decide(review, record, s, who, false);
            case RESOLVE -> {
                if (review.team().rights().maySettle(who.id(), s.stage())) {
                    decide(review, record, s, who, true);
                }
            }
            case RULE -> {
                StagePolicy now = new StagePolicy(
                        1 + s.number() % 3,
                        s.number() % 5 == 0 ? 50 : 100,
                        s.number(),
                        s.number() % 4 > 0,
                        s.who() == 0);
                review.write(Team.policy(s.stage(), now, review.team().policy(s.stage()), null));
            }
            // Without a lead, whose rules the others could not change.
            case ROLE -> review.write(Team.role(who, s.number() % 2 == 0 ? Role.SETTLER : Role.SCREENER, null));
            case SAME -> {
                RecordId other = new RecordId(s.number() % TITLES.size() + 1L);
                if (!other.equals(record)) {
                    review.write(Merges.found(List.of(new Duplicate(other, record, true, "")), List.of(), Set.of()));
                }
            }
        }
    }

    private static void decide(Review review, RecordId record, Step s, Reviewer who, boolean resolution) {
        review.write(Decisions.decide(new NewDecision(record, s.stage(), who.id(), s.verdict(), null, resolution)));
    }

    private static void countsAreThoseOfTheRecords(Review seen, Stage stage) {
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        Map<String, Long> decidedBy = new TreeMap<>();
        for (long id : seen.records().ids(RecordQuery.at(stage))) {
            RecordId record = new RecordId(id);
            outcomes.merge(outcome(seen, record, stage), 1L, Long::sum);
            voices(seen, record, stage).forEach(name -> decidedBy.merge(name, 1L, Long::sum));
        }
        StageProgress counted = seen.standing().at(stage);
        for (Outcome outcome : Outcome.values()) {
            assertThat(counted.of(outcome))
                    .as("%s at %s", outcome, stage)
                    .isEqualTo(outcomes.getOrDefault(outcome, 0L));
            assertThat(seen.records().count(RecordQuery.at(stage).withOutcomes(outcome)))
                    .isEqualTo(outcomes.getOrDefault(outcome, 0L));
        }
        Map<String, Long> names = new TreeMap<>();
        counted.decidedBy().forEach((person, n) -> names.put(person.name(), n));
        assertThat(names).as("at %s", stage).isEqualTo(decidedBy);
    }

    private static void recordsShowWhatTheRuleSays(Review whole, Review seen, Reviewer me, Stage stage) {
        StagePolicy policy = whole.team().policy(stage);
        if (policy.share() < StagePolicy.HUNDRED) {
            return;
        }
        boolean settles = whole.team().rights().maySettle(me.id(), stage);
        for (int i = 1; i <= TITLES.size(); i++) {
            RecordId record = new RecordId(i);
            List<Decision> all = whole.decisions().current(record, stage);
            List<String> voices = voices(whole, record, stage);
            boolean enough = all.stream().anyMatch(Decision::resolution) || voices.size() >= policy.screeners();
            boolean mine = voices.contains(me.name());
            Outcome outcome = outcome(whole, record, stage);
            boolean toSettle = outcome == Outcome.CONFLICT && enough && settles;
            boolean open = !policy.blinded() || enough && mine || toSettle;
            Outcome expected =
                    open || mine && voices.size() == 1 ? outcome : mine ? Outcome.AWAITING : Outcome.UNDECIDED;
            assertThat(outcome(seen, record, stage))
                    .as("%s at %s for %s", record, stage, me)
                    .isEqualTo(expected);
            assertThat(voices(seen, record, stage)).isEqualTo(open ? voices : mine ? List.of(me.name()) : List.of());
        }
    }

    private static void flowIsThatOfTheRecords(Review seen) {
        Map<FlowRow, Long> rows = new HashMap<>();
        seen.standing().flowRecords(null).values().forEach(row -> rows.merge(row, 1L, Long::sum));
        long total =
                seen.standing().flowRows().stream().mapToLong(FlowRow::records).sum();
        assertThat(total).isEqualTo(TITLES.size());
        assertThat(seen.standing().flowRows())
                .containsExactlyInAnyOrderElementsOf(rows.entrySet().stream()
                        .map(e -> withRecords(e.getKey(), e.getValue()))
                        .toList());
    }

    private static FlowRow withRecords(FlowRow row, long n) {
        return new FlowRow(
                row.source(),
                row.duplicate(),
                row.titleAbstract(),
                row.retrieval(),
                row.fullText(),
                row.reason(),
                row.byTool(),
                n);
    }

    private static Outcome outcome(Review review, RecordId record, Stage stage) {
        RecordRow row = review.records().rows(List.of(record), null, stage).get(0);
        return stage == Stage.TITLE_ABSTRACT ? row.titleAbstract() : row.fullText();
    }

    private static List<String> voices(Review review, RecordId record, Stage stage) {
        return review.decisions().current(record, stage).stream()
                .filter(d -> !d.resolution())
                .map(d -> d.reviewer().name())
                .sorted()
                .toList();
    }
}
