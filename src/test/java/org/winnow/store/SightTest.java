package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.Assignment;
import org.winnow.model.Decision;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.Role;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.StagePolicy;
import org.winnow.model.Tag;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.testkit.TestReview;

/** What each of three people sees of a record on which two decide. */
class SightTest {
    private static final Stage TITLES = Stage.TITLE_ABSTRACT;
    private static final RecordId ONE = new RecordId(1);

    @TempDir
    Path folder;

    private Review review;
    private final Map<String, Reviewer> people = new HashMap<>();
    private final Map<String, Review> seen = new HashMap<>();

    @BeforeEach
    void make() {
        review = TestReview.create(folder, "Ada", "Ben", "Cy");
        TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "One", "Two", "Three");
        rule(new StagePolicy(2, 100, 0, true, true));
        review.reviewers().all().forEach(p -> {
            people.put(p.name(), p);
            seen.put(p.name(), review.seenBy(p.id()));
        });
    }

    @AfterEach
    void close() {
        assertThat(review.check()).isEmpty();
        review.close();
    }

    @Test
    void aRecordIsUndecidedForWhoHasNotDecidedAndAwaitsForWhoHas() {
        decide("Ada", Verdict.INCLUDE);
        decide("Ada", new RecordId(2), Verdict.EXCLUDE);
        decide("Ben", new RecordId(3), Verdict.EXCLUDE);

        assertThat(outcome("Ben")).isEqualTo(Outcome.UNDECIDED);
        assertThat(outcome("Ada")).isEqualTo(Outcome.AWAITING);
        assertThat(voices("Ben")).isEmpty();
        assertThat(seen.get("Ben").standing().at(TITLES).decidedBy()).containsOnlyKeys(people.get("Ben"));
        assertThat(seen.get("Ben").standing().at(TITLES).of(Outcome.UNDECIDED)).isEqualTo(2);
    }

    @Test
    void whoHasDecidedSeesTheConflictAndWhoMaySettleItToo() {
        decide("Ada", Verdict.INCLUDE);
        decide("Ben", Verdict.EXCLUDE);

        assertThat(voices("Ben")).containsExactly("Ada INCLUDE", "Ben EXCLUDE");
        assertThat(outcome("Ben")).isEqualTo(Outcome.CONFLICT);
        assertThat(voices("Cy")).isEmpty();
        assertThat(outcome("Cy")).isEqualTo(Outcome.UNDECIDED);

        review.write(Team.role(people.get("Cy"), Role.SETTLER, null));
        assertThat(voices("Cy")).containsExactly("Ada INCLUDE", "Ben EXCLUDE");
        assertThat(outcome("Cy")).isEqualTo(Outcome.CONFLICT);
    }

    @Test
    void withoutANameARecordOfACalibrationRoundIsFinishedOnceAllHaveDecided() {
        review.write(Team.assign(TITLES, new Assignment(List.of("Ada", "Ben", "Cy"), 0, 0, Assignment.LOTS, 0), null));
        decide("Ada", Verdict.INCLUDE);
        decide("Ben", Verdict.INCLUDE);
        try (Review unnamed = review.seenBy(null)) {
            assertThat(unnamed.standing().at(TITLES).of(Outcome.AWAITING)).isEqualTo(1);
            decide("Cy", Verdict.INCLUDE);
            assertThat(unnamed.standing().at(TITLES).of(Outcome.INCLUDE)).isEqualTo(1);
        }
    }

    @Test
    void agreementIsMeasuredOverAllThatIsFinishedAndNotOverConflictsAlone() {
        decide("Ada", Verdict.INCLUDE);
        decide("Ben", Verdict.EXCLUDE);
        decide("Ada", new RecordId(2), Verdict.EXCLUDE);
        decide("Ben", new RecordId(2), Verdict.EXCLUDE);
        decide("Ada", new RecordId(3), Verdict.EXCLUDE);

        assertThat(compared("Ben")).isEqualTo(2);
        assertThat(compared("Cy")).as("who sees nothing of these").isZero();
        review.write(Team.role(people.get("Cy"), Role.SETTLER, null));
        assertThat(compared("Cy")).as("not the conflict alone").isEqualTo(2);
        assertThat(seen.get("Cy").standing().verdictCounts(TITLES)).hasSize(2);
    }

    private long compared(String who) {
        return seen
                .get(who)
                .standing()
                .verdictPairs(TITLES, people.get("Ada").id(), people.get("Ben").id())
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Test
    void aThirdWhoIsStillAskedDoesNotSettleBeforeDeciding() {
        rule(new StagePolicy(3, 100, 0, true, false));
        decide("Ada", Verdict.INCLUDE);
        decide("Ben", Verdict.EXCLUDE);

        assertThat(voices("Cy")).isEmpty();
        assertThat(voices("Ben")).containsExactly("Ben EXCLUDE");
        assertThat(outcome("Ben")).isEqualTo(Outcome.AWAITING);
    }

    @Test
    void notesAndTagsAreSeenWithTheVerdictsOfTheStageThatTheRecordHasReached() {
        review.write(Notes.write(ONE, people.get("Ada").id(), "Looks good"));
        review.write(Tags.put(ONE, people.get("Ada").id(), "key paper"));
        decide("Ada", Verdict.INCLUDE);
        assertThat(seen.get("Ben").notes().on(ONE)).isEmpty();
        assertThat(seen.get("Ben").tags().all()).isEmpty();

        decide("Ben", Verdict.EXCLUDE);
        assertThat(seen.get("Ben").notes().on(ONE)).hasSize(1);
        assertThat(seen.get("Ben").tags().all()).extracting(Tag::name).containsExactly("key paper");

        decide("Ben", Verdict.INCLUDE);
        assertThat(seen.get("Ben").notes().on(ONE)).as("now it is read in full").isEmpty();
        assertThat(seen.get("Ben").records().count(RecordQuery.at(Stage.FULL_TEXT)))
                .isEqualTo(1);
        assertThat(seen.get("Cy").records().count(RecordQuery.at(Stage.FULL_TEXT)))
                .as("what has passed is read in full by all")
                .isEqualTo(1);
    }

    /** SQLite takes a limited number of subqueries in a statement, and the views bring theirs. */
    @Test
    void theLongestStatementsAreAnsweredForAPersonToo() {
        assertThat(PlanChange.all(seen.get("Ben"))).isEmpty();
        assertThat(seen.get("Ben").standing().flowRows()).hasSize(1);
        assertThat(seen.get("Ben").auditTrail().keys(AuditTrail.Search.EVERYTHING))
                .isNotEmpty();
    }

    @Test
    void withoutBlindingEverybodySeesEverything() {
        decide("Ada", Verdict.INCLUDE);
        rule(new StagePolicy(2, 100, 0, false, false));

        assertThat(voices("Cy")).containsExactly("Ada INCLUDE");
        assertThat(outcome("Cy")).isEqualTo(outcome(null));
    }

    @Test
    void undoTakesBackOnesOwnAndLeavesTheOthersAlone() {
        decide("Ben", Verdict.EXCLUDE);
        decide("Ada", Verdict.INCLUDE);

        assertThat(seen.get("Ben").undoName()).contains("exclude");
        assertThat(seen.get("Ben").undo()).isPresent();
        assertThat(voices(null)).containsExactly("Ada INCLUDE");
        assertThat(seen.get("Ada").redoName()).isEmpty();
        seen.get("Ben").redo();
        assertThat(voices(null)).containsExactly("Ada INCLUDE", "Ben EXCLUDE");
    }

    private void rule(StagePolicy policy) {
        review.write(Team.policy(TITLES, policy, review.team().policy(TITLES), null));
    }

    private void decide(String who, Verdict verdict) {
        decide(who, ONE, verdict);
    }

    private void decide(String who, RecordId record, Verdict verdict) {
        review.write(
                Decisions.decide(new NewDecision(record, TITLES, people.get(who).id(), verdict, null, false)));
    }

    private Review as(@Nullable String who) {
        return who == null ? review : seen.get(who);
    }

    private Outcome outcome(@Nullable String who) {
        return as(who).records().rows(List.of(ONE), null, TITLES).get(0).titleAbstract();
    }

    private List<String> voices(@Nullable String who) {
        List<Decision> all = as(who).decisions().current(ONE, TITLES);
        return all.stream()
                .map(d -> d.reviewer().name() + " " + d.verdict())
                .sorted()
                .toList();
    }
}
