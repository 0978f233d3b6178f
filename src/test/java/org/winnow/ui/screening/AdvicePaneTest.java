package org.winnow.ui.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.winnow.model.CriterionId;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.model.SourceKind;
import org.winnow.model.Verdict;
import org.winnow.screening.advice.AdviceRule;
import org.winnow.screening.advice.Shown;
import org.winnow.store.Criteria;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.ModelCalls;
import org.winnow.store.Review;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.Loud;
import org.winnow.testkit.TestReview;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;

/** What a language model suggests, beside the record; whoever looks at it writes down what they find. */
@InTheWindow
class AdvicePaneTest {
    private static final org.winnow.model.Stage STAGE = org.winnow.model.Stage.TITLE_ABSTRACT;
    private static final int MEASURED = 10;

    @TempDir
    Path folder;

    private Stage stage;

    @Start
    void start(Stage s) {
        stage = s;
    }

    @Test
    void whoLookedAtASuggestionAndWhatTheyFoundIsWrittenDown() throws Exception {
        Jobs jobs = new Jobs(new Loud());
        try (Review review = measured()) {
            Reviewer ada = review.reviewers().all().getFirst();
            RecordId open = new RecordId(MEASURED + 1L);
            String call = TestReview.ask(review, open);
            Texts texts = new Texts(Locale.ENGLISH);
            AdviceModel model = new AdviceModel(review, jobs, STAGE, ada);
            ScreeningModel room = new ScreeningModel(review, jobs, texts, STAGE, ada, new NoRanks());
            review.addListener(changes -> Platform.runLater(() -> model.refresh(changes)));
            WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
                stage.setScene(new Scene(new AdvicePane(model, room, texts, (r, f, p, w) -> {}), 500, 300));
                stage.show();
                room.reload();
            });
            until(() -> stage.getScene().lookup("#advice-check-wrong") != null);
            WaitForAsyncUtils.waitForAsyncFx(
                    60_000, () -> ((Button) stage.getScene().lookup("#advice-check-wrong")).fire());
            until(() -> stage.getScene().lookup("#advice-checked") != null);

            assertThat(((Label) stage.getScene().lookup("#advice-checked")).getText())
                    .isEqualTo("Written down: you found the suggestion wrong.");
            assertThat(review.auditTrail().modelCalls().checks(call))
                    .extracting(ModelCalls.Check::reviewer, ModelCalls.Check::found)
                    .containsExactly(tuple("Ada", "wrong"));
        } finally {
            jobs.close();
        }
    }

    /** A review of which all records but one are decided, and a model was asked of those. */
    private Review measured() {
        Review review = TestReview.create(folder, "Ada");
        TestReview.importTitles(
                review,
                "PubMed",
                SourceKind.DATABASE,
                IntStream.rangeClosed(1, MEASURED + 1)
                        .mapToObj(i -> "Title " + i)
                        .toArray(String[]::new));
        CriterionId reason = review.write(Criteria.ensure("Wrong population"));
        Reviewer ada = review.reviewers().all().getFirst();
        for (int i = 1; i <= MEASURED; i++) {
            RecordId record = new RecordId(i);
            review.write(Decisions.decide(new NewDecision(record, STAGE, ada.id(), Verdict.EXCLUDE, reason, false)));
            TestReview.ask(review, record);
        }
        review.write(new AdviceRule(Shown.BEFORE, MEASURED).put(STAGE, ada.id()));
        return review;
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(60_000, condition::getAsBoolean));
    }
}
