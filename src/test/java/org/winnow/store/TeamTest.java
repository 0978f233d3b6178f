package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.Assignment;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.Role;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.StagePolicy;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.testkit.TestReview;

class TeamTest {
    private static final Stage TITLES = Stage.TITLE_ABSTRACT;
    private static final int RECORDS = 200;

    @TempDir
    Path folder;

    private Review review;
    private final Map<String, Reviewer> people = new HashMap<>();

    @BeforeEach
    void make() {
        review = TestReview.create(folder, "Ada", "Ben", "Cy");
        TestReview.importTitles(
                review,
                "PubMed",
                SourceKind.DATABASE,
                IntStream.range(0, RECORDS).mapToObj(i -> "Title " + i).toArray(String[]::new));
        review.reviewers().all().forEach(p -> people.put(p.name(), p));
    }

    @AfterEach
    void close() {
        assertThat(review.check()).isEmpty();
        review.close();
    }

    @Test
    void withoutRulesThreeScreenAsTheReviewAsksAndAreBlinded() {
        assertThat(review.team().policy(TITLES)).isEqualTo(new StagePolicy(3, 100, 0, true, false));
        assertThat(review.team().rights().maySettle(people.get("Ada").id(), TITLES))
                .isTrue();
        assertThat(review.team().rights().mayRule(people.get("Ada").id())).isTrue();
        assertThat(waiting("Ada")).hasSize(RECORDS);
    }

    @Test
    void aRandomShareIsScreenedTwiceAndTheRestOnce() {
        rule(p -> p.withScreeners(2).withShare(20).withSeed(7));
        decide("Ben", 1, Verdict.INCLUDE);
        for (int i = 1; i <= RECORDS; i++) {
            decide("Ada", i, Verdict.EXCLUDE);
        }

        long awaiting = review.standing().at(TITLES).of(Outcome.AWAITING);
        assertThat(awaiting).isBetween(20L, 62L);
        assertThat(waiting("Ben")).as("what asks for a second screener").hasSize((int) awaiting);

        rule(p -> p.withSeed(8));
        assertThat(waiting("Ben")).isNotEmpty();
        rule(p -> p.withShare(100));
        assertThat(waiting("Ben")).hasSize(RECORDS - 1);
        review.undo();
        rule(p -> p.withScreeners(1));
        assertThat(waiting("Ben")).isEmpty();
        assertThat(review.standing().at(TITLES).of(Outcome.AWAITING)).isZero();
    }

    @Test
    void sharesGiveEachRecordToAsManyAsDecideOnItAndAPartToAll() {
        rule(p -> p.withScreeners(2));
        review.write(Team.assign(TITLES, new Assignment(List.of("Ada", "ben", "Cy"), 0, 0, 0, 5), null));
        Map<Long, Integer> takers = takers();
        assertThat(takers).hasSize(RECORDS);
        assertThat(takers.values()).containsOnly(2);
        assertThat(waiting("Ada").length).isBetween(RECORDS / 2, 5 * RECORDS / 6);

        review.write(Team.assign(TITLES, new Assignment(List.of("Ada", "Ben", "Cy"), 1, 10, 0, 5), null));
        assertThat(takers().values()).containsOnly(1, 3);
        assertThat(takers().values().stream().filter(n -> n == 3).count()).isBetween(6L, 40L);

        review.write(Team.assign(TITLES, new Assignment(List.of("Ada"), 1, 0, 0, 5), null));
        assertThat(waiting("Ben")).isEmpty();
        assertThat(waiting("Ada")).hasSize(RECORDS);
    }

    @Test
    void theCalibrationRoundComesFirstAndIsEverybodysHoweverManyHaveDecided() {
        rule(p -> p.withScreeners(1));
        long until = review.team().calibration(TITLES, 15, 3);
        review.write(Team.assign(TITLES, new Assignment(List.of("Ada", "Ben"), 0, 0, until, 3), null));
        assertThat(review.team().inCalibration(TITLES)).isEqualTo(15);

        long[] round = waiting("Ada");
        assertThat(round).hasSize(15);
        for (long id : round) {
            decide("Ada", id, Verdict.INCLUDE);
        }
        assertThat(waiting("Ben")).containsExactly(round);
        assertThat(waiting("Ada")).doesNotContain(round);
        for (long id : round) {
            decide("Ben", id, Verdict.EXCLUDE);
        }
        assertThat(waiting("Ada").length + waiting("Ben").length).isEqualTo(RECORDS - 15);
    }

    @Test
    void theRandomOrderFollowsFromTheSeed() {
        List<List<Long>> orders = new ArrayList<>();
        for (long seed : new long[] {1, 1, 2}) {
            review.write(Team.assign(TITLES, new Assignment(List.of(), 0, 0, 0, seed), null));
            RecordQuery random = RecordQuery.at(TITLES).withOrder(RecordQuery.Order.RANDOM);
            orders.add(LongStream.of(review.records()
                            .ids(review.team().mine(random, people.get("Ada").id())))
                    .boxed()
                    .toList());
        }
        assertThat(orders.get(0))
                .isEqualTo(orders.get(1))
                .isNotEqualTo(orders.get(2))
                .hasSize(RECORDS);
        assertThat(orders.get(0)).isNotEqualTo(orders.get(0).stream().sorted().toList());
    }

    @Test
    void onlySettlersAndLeadsSettleWhereTheTeamSaysSoAndOnlyLeadsRule() {
        rule(p -> p.withSettlersOnly(true));
        review.write(Team.role(people.get("Ben"), Role.SETTLER, null));
        assertThat(review.team().rights().maySettle(people.get("Ada").id(), TITLES))
                .isFalse();
        assertThat(review.team().rights().maySettle(people.get("Ben").id(), TITLES))
                .isTrue();
        assertThat(review.team().rights().maySettle(people.get("Ada").id(), Stage.FULL_TEXT))
                .isTrue();

        review.write(Team.role(people.get("Cy"), Role.LEAD, null));
        assertThat(review.team().rights().mayRule(people.get("Ben").id())).isFalse();
        assertThat(review.team().rights().mayRule(people.get("Cy").id())).isTrue();
        review.undo();
        assertThat(review.team().roles()).containsOnlyKeys(people.get("Ben"));
    }

    @Test
    void aRuleThatNoWinnowWroteRulesNothing() {
        review.write(Statements.state("x", Team.TOPIC, "title-abstract screeners", "{\"screeners\": \"two\"", ""));
        review.write(Statements.state("x", Team.TOPIC, "title-abstract assignment", "[1", ""));
        review.write(Statements.state("x", Team.TOPIC, "title-abstract blinded", "perhaps", ""));
        review.write(Statements.state("x", Team.TOPIC, "role ada", "king", ""));

        assertThat(review.team().policy(TITLES)).isEqualTo(new StagePolicy(3, 100, 0, true, false));
        assertThat(review.team().assignment(TITLES)).isEqualTo(Assignment.EVERYBODY_ALL);
        assertThat(review.team().roles()).isEmpty();
    }

    private interface Change {
        StagePolicy of(StagePolicy before);
    }

    private void rule(Change change) {
        StagePolicy before = review.team().policy(TITLES);
        review.write(Team.policy(TITLES, change.of(before), before, null));
        assertThat(review.team().policy(TITLES)).isEqualTo(change.of(before));
    }

    private void decide(String who, long record, Verdict verdict) {
        review.write(Decisions.decide(
                new NewDecision(new RecordId(record), TITLES, people.get(who).id(), verdict, null, false)));
    }

    private long[] waiting(String who) {
        RecordQuery undecided = RecordQuery.at(TITLES).withMine(people.get(who).id(), RecordQuery.Mine.UNDECIDED);
        return review.records()
                .ids(review.team().mine(undecided, people.get(who).id()));
    }

    private Map<Long, Integer> takers() {
        Map<Long, Integer> takers = new HashMap<>();
        people.keySet().forEach(who -> LongStream.of(waiting(who)).forEach(id -> takers.merge(id, 1, Integer::sum)));
        return takers;
    }
}
