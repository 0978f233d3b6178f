package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.Decision;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.Discussions.Remark;
import org.winnow.testkit.TestReview;

class DiscussionsTest {
    private static final RecordId ONE = new RecordId(1);
    private static final ReviewerId ADA = new ReviewerId(1);
    private static final ReviewerId BEN = new ReviewerId(2);

    @TempDir
    Path folder;

    @Test
    void remarksAreSaidEditedTakenBackAndUndone() {
        try (Review review = TestReview.create(folder, "Ada", "Ben")) {
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "One");
            review.write(Discussions.say(ONE, Stage.TITLE_ABSTRACT, ADA, "Is this a trial?"));
            review.write(Discussions.say(ONE, Stage.TITLE_ABSTRACT, BEN, " Yes, page 2. "));
            assertThat(words(review)).containsExactly("Ada: Is this a trial?", "Ben: Yes, page 2.");

            review.write(
                    Discussions.edit(ONE, Stage.TITLE_ABSTRACT, remarks(review).get(0), "Is this a cohort?"));
            assertThat(words(review)).containsExactly("Ada: Is this a cohort?", "Ben: Yes, page 2.");
            assertThat(remarks(review)).extracting(Remark::edited).containsExactly(true, false);
            review.undo();
            assertThat(words(review)).containsExactly("Ada: Is this a trial?", "Ben: Yes, page 2.");

            review.write(
                    Discussions.edit(ONE, Stage.TITLE_ABSTRACT, remarks(review).get(1), ""));
            assertThat(words(review)).containsExactly("Ada: Is this a trial?");
            assertThat(review.notes().discussions().on(ONE, Stage.FULL_TEXT)).isEmpty();
            assertThat(review.check()).isEmpty();

            List<String> life = new ArrayList<>();
            review.auditTrail().life(ONE, e -> life.add(e.reviewer() + " " + e.what()));
            assertThat(life).contains("Ada said: Is this a cohort?", "Ben remark taken back");
        }
    }

    @Test
    void oneUndoTakesBackBothTheSettlementAndWhyItWasSettled() {
        try (Review review = TestReview.create(folder, "Ada", "Ben")) {
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "One");
            review.write(Discussions.settle(
                    new NewDecision(ONE, Stage.TITLE_ABSTRACT, BEN, Verdict.INCLUDE, null, true), "We both read it."));
            assertThat(words(review)).containsExactly("Ben: We both read it.");
            assertThat(review.undo().map(Changes::op)).contains("resolve");
            assertThat(words(review)).isEmpty();
            assertThat(review.decisions().current(ONE, Stage.TITLE_ABSTRACT))
                    .extracting(Decision::verdict)
                    .isEmpty();
        }
    }

    @Test
    void whileTheStageIsBlindedNobodyReadsWhatOthersSayBeforeTheyHaveDecided() {
        try (Review review = TestReview.create(folder, "Ada", "Ben")) {
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "One");
            Review bens = review.seenBy(BEN);
            review.write(
                    Decisions.decide(new NewDecision(ONE, Stage.TITLE_ABSTRACT, ADA, Verdict.INCLUDE, null, false)));
            review.write(Discussions.say(ONE, Stage.TITLE_ABSTRACT, ADA, "Surely a trial."));
            assertThat(words(bens)).isEmpty();
            List<String> told = new ArrayList<>();
            bens.auditTrail().events(e -> told.add(e.what()));
            assertThat(told).noneMatch(t -> t.contains("Surely") || t.contains("include"));

            bens.write(Decisions.decide(new NewDecision(ONE, Stage.TITLE_ABSTRACT, BEN, Verdict.EXCLUDE, null, false)));
            assertThat(words(bens)).containsExactly("Ada: Surely a trial.");
        }
    }

    private static List<Remark> remarks(Review review) {
        return review.notes().discussions().on(ONE, Stage.TITLE_ABSTRACT);
    }

    private static List<String> words(Review review) {
        return remarks(review).stream()
                .map(r -> r.reviewer().name() + ": " + r.text())
                .toList();
    }
}
