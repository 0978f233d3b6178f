package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.CriterionId;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.LookAgain.About;
import org.winnow.store.RecordQuery.Mine;
import org.winnow.testkit.TestReview;

class LookAgainTest {
    private static final ReviewerId ADA = new ReviewerId(1);
    private static final ReviewerId BEN = new ReviewerId(2);

    @TempDir
    Path folder;

    @Test
    void whatWasDecidedBeforeIsLookedAtAgainUntilItIsDecidedAnewInWhateverWay() {
        try (Review review = TestReview.create(folder, "Ada", "Ben")) {
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "One", "Two", "Three", "Four");
            CriterionId dose = review.write(Criteria.ensure("Wrong dose"));
            decide(review, 1, ADA, Verdict.INCLUDE, null);
            decide(review, 2, ADA, Verdict.EXCLUDE, dose);
            decide(review, 3, ADA, Verdict.EXCLUDE, null);
            decide(review, 1, BEN, Verdict.MAYBE, null);
            About kept = new About(Stage.TITLE_ABSTRACT, Set.of(Verdict.INCLUDE, Verdict.MAYBE), "");
            About dosed = new About(Stage.TITLE_ABSTRACT, Set.of(Verdict.EXCLUDE), "Wrong dose");
            assertThat(review.criteria().lookAgain().count(kept, ADA)).isEqualTo(1);
            assertThat(review.criteria().lookAgain().count(dosed, ADA)).isEqualTo(1);
            assertThat(again(review, ADA)).isEmpty();

            review.write(LookAgain.ask(List.of(kept, dosed), "Doses have changed"));
            assertThat(again(review, ADA)).containsExactly(1, 2);
            assertThat(again(review, BEN)).containsExactly(1);
            assertThat(review.criteria().lookAgain().rules())
                    .extracting(LookAgain.Rule::about, LookAgain.Rule::why)
                    .containsExactlyInAnyOrder(tuple(kept, "Doses have changed"), tuple(dosed, "Doses have changed"));

            decide(review, 1, ADA, Verdict.INCLUDE, null);
            decide(review, 4, ADA, Verdict.INCLUDE, null);
            assertThat(again(review, ADA)).containsExactly(2);
            review.write(LookAgain.enough(List.of(dosed)));
            assertThat(again(review, ADA)).isEmpty();
            assertThat(again(review, BEN)).containsExactly(1);
            review.undo();
            assertThat(again(review, ADA)).containsExactly(2);
        }
    }

    private static long[] again(Review review, ReviewerId who) {
        return review.records().ids(RecordQuery.at(Stage.TITLE_ABSTRACT).withMine(who, Mine.AGAIN));
    }

    private static void decide(
            Review review, long record, ReviewerId who, Verdict verdict, @Nullable CriterionId reason) {
        review.write(Decisions.decide(
                new NewDecision(new RecordId(record), Stage.TITLE_ABSTRACT, who, verdict, reason, false)));
    }
}
