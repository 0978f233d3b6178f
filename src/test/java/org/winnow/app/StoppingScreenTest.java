package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Verdict;
import org.winnow.prisma.ReviewFlow;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.NewReview;
import org.winnow.store.Review;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.TestReview;

/** The question whether to stop, in the real window. */
@InTheWindow
class StoppingScreenTest {
    @TempDir
    Path folder;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1000, 700);

    @Test
    void theRuleItsNumbersAndTheUnreadGoToTheFlowDiagramAndComeBack() {
        fixture.open(review());
        fixture.go("stopping");
        assertThat(fixture.text("#stopping-headline"))
                .isEqualTo("The target of 95 % recall is not yet reached with 95 % confidence.");
        fixture.picture("stopping");
        fixture.robot().interact(() -> fixture.robot()
                .lookup("#stopping-target")
                .queryAs(Spinner.class)
                .getValueFactory()
                .decrement(25));
        fixture.settle();
        assertThat(fixture.text("#stopping-headline"))
                .isEqualTo("The target of 70 % recall is reached with 95 % confidence.");
        assertThat(fixture.text("#stopping-sentence"))
                .startsWith("90 of 100 records were read and 10 relevant ones found.");

        fixture.robot()
                .interact(() ->
                        fixture.robot().lookup("#stop-screening").queryButton().fire());
        fixture.settle();
        ReviewFlow flow = new ReviewFlow(fixture.review());
        assertThat(flow.stopped().orElseThrow())
                .contains("target 70 % recall at 95 % confidence", "after 90 of 100 records");
        assertThat(flow.counts(flow.fitting()).box("excluded_automatic")).isEqualTo(10);
        assertThat(fixture.text("#stopping-stopped")).startsWith("Stopped: hypergeometric stopping test");

        fixture.robot()
                .interact(() ->
                        fixture.robot().lookup("#go-on-screening").queryButton().fire());
        fixture.settle();
        assertThat(flow.stopped()).isEmpty();
        assertThat(flow.counts(flow.fitting()).box("excluded_automatic")).isZero();
    }

    @Test
    void aSampleIsDrawnReadInTheRoomAndItsSentenceGoesIntoTheReport() {
        fixture.open(review());
        fixture.go("stopping");
        assertThat(fixture.text("#sample-promise")).contains("Were none of the 10 relevant, at most 0 relevant");
        fire("#draw-sample");
        assertThat(fixture.text("#sample-result"))
                .isEqualTo("Quality check 1: 0 of 10 records read, 0 relevant so far.");
        fire("#read-sample");
        ListView<?> list = fixture.robot().lookup("#records").queryListView();
        assertThat(list.getItems()).hasSize(10);
        ReviewerId ada = fixture.review().reviewers().all().getFirst().id();
        for (int i = 91; i <= 100; i++) {
            decide(fixture.review(), ada, i, Verdict.EXCLUDE);
        }
        fixture.go("stopping");
        assertThat(fixture.text("#sample-result"))
                .startsWith("Of the 10 records unread then, 10 were drawn at random (sample 1) and read; 0 of them")
                .contains("recall is at least 100 %, with 95 % confidence");
        fire("#safe-key-papers");
        assertThat(fixture.text("#safe-done")).isEqualTo("4 of 7 steps are done.");
        fire("#safe-key-papers");
        assertThat(fixture.text("#safe-done")).isEqualTo("3 of 7 steps are done.");
    }

    private void fire(String query) {
        fixture.robot()
                .interact(() -> ((ButtonBase) fixture.robot().lookup(query).query()).fire());
        fixture.settle();
    }

    private static void decide(Review review, ReviewerId who, long record, Verdict verdict) {
        review.write(Decisions.decide(new NewDecision(
                new RecordId(record), org.winnow.model.Stage.TITLE_ABSTRACT, who, verdict, null, false)));
    }

    private Path review() {
        Path file = folder.resolve("hundred.winnow");
        try (Review review = Review.create(file, new NewReview("Hundred", List.of("Ada"), 1), Clock.systemUTC())) {
            TestReview.importTitles(
                    review,
                    "PubMed",
                    SourceKind.DATABASE,
                    IntStream.rangeClosed(1, 100).mapToObj(i -> "Title " + i).toArray(String[]::new));
            ReviewerId ada = review.reviewers().all().getFirst().id();
            for (int i = 1; i <= 90; i++) {
                decide(review, ada, i, i <= 10 ? Verdict.INCLUDE : Verdict.EXCLUDE);
            }
        }
        return file;
    }
}
