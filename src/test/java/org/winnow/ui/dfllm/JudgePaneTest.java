package org.winnow.ui.dfllm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.winnow.dfllm.ask.Asking;
import org.winnow.dfllm.ask.Cell;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;
import org.winnow.store.Review;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.Loud;
import org.winnow.testkit.Snapshots;
import org.winnow.testkit.TestReview;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.Theme;
import org.winnow.work.Progress;

/** Answers judged by key, one after another. */
@InTheWindow
class JudgePaneTest {
    @TempDir
    Path folder;

    private final List<String> shown = new ArrayList<>();
    private Stage stage;

    @Start
    void start(Stage s) {
        stage = s;
    }

    @Test
    void keysJudgeOneAnswerAfterAnotherWithoutItsScoreAndTheEndIsTheAgreement() throws Exception {
        Path run = Files.writeString(folder.resolve("run.json"), """
                {"schema": "winnow-evaluation/1", "each": [
                 {"question": "How many took part?", "answered": true, "right": true, "support": 0.8123,
                  "first_sentence": "Forty-two nurses took part.", "first_report": 1, "first_page": 3},
                 {"question": "Where was it done?", "answered": true, "right": false, "support": 0.4123,
                  "first_sentence": "Sleep was measured with a watch.", "first_report": 1, "first_page": 4}]}
                """);
        try (Review review = TestReview.create(folder, "Ada", "Ben")) {
            Reviewer ada = review.reviewers().all().getFirst();
            Jobs jobs = new Jobs(new Loud());
            JudgeModel model = new JudgeModel(review, jobs, ada, new Desk());
            review.addListener(changes -> Platform.runLater(model::load));
            WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
                stage.setScene(new Scene(
                        new JudgePane(model, new Texts(Locale.ENGLISH), new Dialogs(stage, new Texts(Locale.ENGLISH))),
                        1000,
                        700));
                new Theme().dress(stage.getScene());
                stage.show();
                model.take(run);
            });
            judge(model, 2, KeyCode.DIGIT1);
            assertThat(words()).noneMatch(w -> w.contains("8123") || w.contains("4123"));
            judge(model, 1, KeyCode.DIGIT3);
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> model.open().isEmpty());
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(words())
                    .contains("2 of 2 judged by you")
                    .anyMatch(w -> w.startsWith("Ada: answers the question 1 of 2 (50 %"));
            WaitForAsyncUtils.waitForAsyncFx(60_000, () -> Snapshots.save(stage.getScene(), "judge-results"));
            jobs.close();
        }
    }

    private void judge(JudgeModel model, int open, KeyCode key) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> model.open().size() == open);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(words()).anyMatch(w -> w.equals(model.open().getFirst().question()));
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            Snapshots.save(stage.getScene(), "judge");
            Event.fireEvent(
                    stage.getScene().lookup("#judge"),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        });
    }

    private List<String> words() {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> stage.getScene().getRoot().lookupAll(".label").stream()
                .map(n -> ((Labeled) n).getText())
                .toList());
    }

    private final class Desk implements PaperDesk {
        @Override
        public Asking read(Progress progress) {
            throw new UnsupportedOperationException("nothing is asked here");
        }

        @Override
        public void show(RecordId report, String sha256, int page, String words) {
            shown.add(words);
        }

        @Override
        public int keep(String question, Cell cell, Progress progress) {
            throw new UnsupportedOperationException("nothing is kept here");
        }
    }
}
