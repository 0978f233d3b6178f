package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Duplicates.Answer;
import org.winnow.store.Duplicates.DoubtfulPair;
import org.winnow.store.Duplicates.Duplicate;
import org.winnow.testkit.TestReview;

class DuplicatesTest {
    private static final ReviewerId ADA = new ReviewerId(1);

    @TempDir
    Path folder;

    private Review review;

    @BeforeEach
    void create() {
        review = TestReview.create(folder, "Ada");
        TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "One", "Two", "Three", "Four", "Five");
    }

    @AfterEach
    void close() {
        review.close();
    }

    @Test
    void groupsThatMeetBecomeOneGroupWithOneKeeper() {
        found(duplicate(2, 1), duplicate(4, 3), duplicate(4, 2), duplicate(1, 3));

        assertThat(keepers()).isEqualTo(Map.of(2L, 1L, 3L, 1L, 4L, 1L));
        assertThat(review.records().ids(RecordQuery.everything())).containsExactly(1, 5);
        assertThat(review.duplicates().standingBehind(id(1))).containsExactly(id(2), id(3), id(4));
    }

    @Test
    void theRecordThatPeopleHaveDecidedOnStandsForTheGroup() {
        decide(2, Verdict.INCLUDE);
        found(duplicate(3, 1));

        found(duplicate(2, 1));

        assertThat(keepers()).isEqualTo(Map.of(1L, 2L, 3L, 2L));
        assertThat(review.standing().at(Stage.TITLE_ABSTRACT).of(Outcome.INCLUDE))
                .isEqualTo(1);
        assertThat(review.decisions().history(id(2))).hasSize(1);

        review.undo();
        assertThat(keepers()).isEqualTo(Map.of(3L, 1L));
    }

    @Test
    void aPersonWhoSaysSameDoesNotLoseDecisionsEither() {
        decide(2, Verdict.EXCLUDE);

        review.write(Duplicates.same(id(1), id(2), "Same trial."));

        assertThat(review.duplicates().all()).containsExactly(new Duplicate(id(1), id(2), false, "Same trial."));
    }

    @Test
    void whereBothSidesAreDecidedTheProposedKeeperStandsAndTheOthersVerdictsStayInItsHistory() {
        decide(1, Verdict.INCLUDE);
        decide(2, Verdict.EXCLUDE);

        found(duplicate(2, 1));

        assertThat(keepers()).isEqualTo(Map.of(2L, 1L));
        assertThat(review.standing().at(Stage.TITLE_ABSTRACT).outcomes())
                .containsEntry(Outcome.INCLUDE, 1L)
                .containsEntry(Outcome.EXCLUDE, 0L);
        assertThat(review.decisions().history(id(2))).hasSize(1);
        review.write(Duplicates.separate(id(2), id(1)));
        assertThat(review.standing().at(Stage.TITLE_ABSTRACT).of(Outcome.EXCLUDE))
                .isEqualTo(1);
    }

    @Test
    void aVerdictThatWasTakenBackDoesNotCountAsADecision() {
        decide(2, Verdict.INCLUDE);
        review.undo();

        found(duplicate(2, 1));

        assertThat(keepers()).isEqualTo(Map.of(2L, 1L));
    }

    @Test
    void aPersonCanChooseTheKeeperWhateverWasDecided() {
        decide(1, Verdict.INCLUDE);
        found(duplicate(2, 1), duplicate(3, 1));

        review.write(Duplicates.keep(id(3), id(1)));

        assertThat(keepers()).isEqualTo(Map.of(1L, 3L, 2L, 3L));
    }

    @Test
    void aPairThatWasAnsweredIsNotAskedAgain() {
        DoubtfulPair pair = new DoubtfulPair(id(1), id(2), 0.1 + 0.2, "Alike.", Answer.OPEN);
        review.write(Duplicates.found(List.of(), List.of(pair)));
        assertThat(review.duplicates().pairs(Answer.OPEN)).containsExactly(pair);

        review.write(Duplicates.different(id(2), id(1)));
        review.write(Duplicates.found(List.of(), List.of(pair)));
        assertThat(review.duplicates().pairs(Answer.OPEN)).isEmpty();

        review.undo();
        assertThat(review.duplicates().pairs(Answer.OPEN)).containsExactly(pair);
    }

    @Test
    void aPairThatOtherAnswersHaveBroughtTogetherIsNoLongerOpen() {
        DoubtfulPair pair = new DoubtfulPair(id(1), id(3), 0.5, "Alike.", Answer.OPEN);
        review.write(Duplicates.found(List.of(), List.of(pair)));

        review.write(Duplicates.same(id(1), id(2), ""));
        review.write(Duplicates.same(id(2), id(3), ""));
        assertThat(review.duplicates().pairs(Answer.OPEN)).isEmpty();

        review.undo();
        assertThat(review.duplicates().pairs(Answer.OPEN)).containsExactly(pair);
    }

    private void found(Duplicate... duplicates) {
        review.write(Duplicates.found(List.of(duplicates), List.of()));
        assertThat(review.check()).isEmpty();
    }

    private void decide(long record, Verdict verdict) {
        review.write(Decisions.decide(new NewDecision(id(record), Stage.TITLE_ABSTRACT, ADA, verdict, null, false)));
    }

    private Map<Long, Long> keepers() {
        return review.duplicates().all().stream()
                .collect(Collectors.toMap(
                        d -> d.record().value(), d -> d.keeper().value()));
    }

    private static Duplicate duplicate(long record, long keeper) {
        return new Duplicate(id(record), id(keeper), true, "Same DOI.");
    }

    private static RecordId id(long value) {
        return new RecordId(value);
    }
}
