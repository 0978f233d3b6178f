package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.winnow.model.CriterionId;
import org.winnow.model.Decision;
import org.winnow.model.FlowRow;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.HistoryModel.Said;
import org.winnow.testkit.TestReview;

/** Whatever people do, in whatever order, the store says what the plain rules say; undo and redo lead exactly back. */
class ReviewHistoryLawsTest {
    private enum What {
        DECIDE,
        WITHDRAW,
        RESOLVE,
        REOPEN,
        RETRIEVE,
        SAME,
        KEEP,
        SEPARATE,
        SCREENERS,
        UNDO,
        REDO
    }

    record Step(What what, int record, int other, Stage stage, int who, Verdict verdict, int number) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<What> what = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just(What.DECIDE)),
                Tuple.of(3, Arbitraries.just(What.UNDO)),
                Tuple.of(2, Arbitraries.just(What.REDO)),
                Tuple.of(9, Arbitraries.of(What.class)));
        Arbitrary<Integer> record = Arbitraries.integers().between(1, HistoryModel.RECORDS);
        return Combinators.combine(
                        what,
                        record,
                        record,
                        Arbitraries.of(Stage.class),
                        Arbitraries.integers().between(1, HistoryModel.REVIEWERS.size()),
                        Arbitraries.of(Verdict.class),
                        Arbitraries.integers().between(0, 2))
                .as(Step::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(40);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    void theStoreAgreesWithThePlainRulesAfterEveryStep(@ForAll("histories") List<Step> steps) throws IOException {
        Path folder = Files.createTempDirectory("winnow-history");
        try (Review review = review(folder)) {
            HistoryModel now = new HistoryModel(2);
            Deque<HistoryModel> past = new ArrayDeque<>();
            Deque<HistoryModel> undone = new ArrayDeque<>();
            for (Step step : steps) {
                HistoryModel next = now.copy();
                if (step.what() == What.UNDO) {
                    now = swap(past, undone, now, review::undo);
                } else if (step.what() == What.REDO) {
                    assertThat(review.redoName().isPresent()).isEqualTo(!undone.isEmpty());
                    now = swap(undone, past, now, review::redo);
                } else if (take(step, review, next)) {
                    past.push(now);
                    undone.clear();
                    now = next;
                }
                assertAgree(review, now, step);
            }
            assertThat(review.check()).isEmpty();
        } finally {
            delete(folder);
        }
    }

    private static HistoryModel swap(
            Deque<HistoryModel> from, Deque<HistoryModel> to, HistoryModel now, Runnable inTheStore) {
        if (from.isEmpty()) {
            return now;
        }
        inTheStore.run();
        to.push(now);
        return from.pop();
    }

    /** Does the step on both sides; false where it is none. */
    private static boolean take(Step s, Review review, HistoryModel model) {
        RecordId record = new RecordId(s.record());
        RecordId other = new RecordId(s.other());
        switch (s.what()) {
            case DECIDE -> {
                review.write(decision(s, s.verdict(), false));
                model.decide(s.record(), s.stage(), s.who(), s.verdict(), reason(s));
            }
            case WITHDRAW -> {
                review.write(decision(s, null, false));
                model.decide(s.record(), s.stage(), s.who(), null, 0);
            }
            case RESOLVE -> {
                review.write(decision(s, s.verdict(), true));
                model.resolve(s.record(), s.stage(), s.verdict(), reason(s));
            }
            case REOPEN -> {
                review.write(decision(s, null, true));
                model.resolve(s.record(), s.stage(), null, 0);
            }
            case RETRIEVE -> {
                Retrieval state = Retrieval.values()[s.number()];
                review.write(Retrievals.mark(record, new ReviewerId(s.who()), state));
                model.mark(s.record(), state);
            }
            case SAME -> {
                if (s.record() == s.other()) {
                    return false;
                }
                review.write(Merges.same(record, other, "Same."));
                model.same(s.record(), s.other());
            }
            case KEEP -> {
                if (!model.isDuplicate(s.record())) {
                    return false;
                }
                long keeper = model.keeperOf(s.record());
                review.write(Merges.keep(record));
                model.keep(s.record(), keeper);
            }
            case SEPARATE -> {
                if (!model.isDuplicate(s.record())) {
                    return false;
                }
                review.write(Merges.separate(record));
                model.separate(s.record());
            }
            case SCREENERS -> {
                boolean changes = model.screeners() != s.number() + 1;
                review.write(Setup.screenersPerRecord(s.number() + 1, null));
                model.screeners(s.number() + 1);
                return changes;
            }
            default -> throw new IllegalArgumentException(s.toString());
        }
        return true;
    }

    private static Op<Void> decision(Step s, @Nullable Verdict verdict, boolean resolution) {
        int reason = verdict == null ? 0 : reason(s);
        return Decisions.decide(new NewDecision(
                new RecordId(s.record()),
                s.stage(),
                new ReviewerId(s.who()),
                verdict,
                reason == 0 ? null : new CriterionId(reason),
                resolution));
    }

    private static int reason(Step s) {
        return s.verdict() == Verdict.EXCLUDE ? s.number() : 0;
    }

    private static void assertAgree(Review review, HistoryModel model, Step after) {
        assertThat(review.setup().info().screenersPerRecord()).as("%s", after).isEqualTo(model.screeners());
        assertThat(keepers(review)).as("%s", after).isEqualTo(model.keepers());
        for (Stage stage : Stage.values()) {
            assertThat(review.standing().at(stage)).as("%s", after).isEqualTo(model.progress(stage));
            for (Outcome outcome : Outcome.values()) {
                assertThat(review.records().ids(RecordQuery.at(stage).withOutcomes(outcome)))
                        .as("%s", after)
                        .containsExactly(LongStream.rangeClosed(1, HistoryModel.RECORDS)
                                .filter(r -> model.isAt(r, stage) && model.outcome(r, stage) == outcome)
                                .toArray());
            }
            for (long r = 1; r <= HistoryModel.RECORDS; r++) {
                assertThat(said(review, r, stage, false)).as("%s", after).isEqualTo(model.current(r, stage));
                assertThat(List.copyOf(said(review, r, stage, true).values()))
                        .as("%s", after)
                        .isEqualTo(
                                model.resolution(r, stage) == null ? List.of() : List.of(model.resolution(r, stage)));
            }
        }
        List<FlowRow> flow = review.standing().flowRows();
        assertThat(new HashSet<>(flow)).as("%s", after).isEqualTo(model.flow()).hasSize(flow.size());
    }

    private static Map<Long, Said> said(Review review, long record, Stage stage, boolean resolution) {
        Map<Long, Said> said = new HashMap<>();
        for (Decision d : review.decisions().current(new RecordId(record), stage)) {
            if (d.resolution() == resolution) {
                int reason = d.reason() == null ? 0 : (int) d.reason().id().value();
                said.put(d.reviewer().id().value(), new Said(d.verdict(), reason));
            }
        }
        return said;
    }

    private static Map<Long, Long> keepers(Review review) {
        return review.duplicates().all().stream()
                .collect(Collectors.toMap(
                        d -> d.record().value(), d -> d.keeper().value()));
    }

    private static Review review(Path folder) {
        Review review = Review.create(
                folder.resolve("h.winnow"), new NewReview("h", HistoryModel.REVIEWERS, 2), TestReview.CLOCK);
        TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, titles(HistoryModel.FROM_DATABASE));
        TestReview.importTitles(
                review, "Web", SourceKind.WEBSITE, titles(HistoryModel.RECORDS - HistoryModel.FROM_DATABASE));
        HistoryModel.REASONS.forEach(r -> review.write(Criteria.ensure(r)));
        return review;
    }

    private static String[] titles(int n) {
        String[] titles = new String[n];
        Arrays.setAll(titles, i -> "Title " + i);
        return titles;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path p : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        }
    }
}
