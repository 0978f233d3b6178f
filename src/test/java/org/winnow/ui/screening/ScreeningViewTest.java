package org.winnow.ui.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.winnow.model.SourceKind;
import org.winnow.store.Review;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.Loud;
import org.winnow.testkit.TestReview;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;

/** The room without the window around it. */
@InTheWindow
class ScreeningViewTest {
    @TempDir
    Path folder;

    private Stage stage;

    @Start
    void start(Stage s) {
        stage = s;
    }

    @Test
    void theRecordHasTheFocusAlsoWhereItWasThereBeforeTheRoomWasDrawn() throws Exception {
        Jobs jobs = new Jobs(new Loud());
        try (Review review = TestReview.create(folder, "Ada")) {
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "One", "Two");
            ScreeningModel model = new ScreeningModel(
                    review,
                    jobs,
                    new Texts(Locale.ENGLISH),
                    org.winnow.model.Stage.TITLE_ABSTRACT,
                    review.reviewers().all().get(0),
                    new NoRanks());
            WaitForAsyncUtils.waitForAsyncFx(60_000, model::reload);
            WaitForAsyncUtils.waitFor(
                    30, TimeUnit.SECONDS, () -> model.cardProperty().get() != null);

            ScreeningView view = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
                Texts texts = new Texts(Locale.ENGLISH);
                Doors doors = new Doors(screen -> {}, new Dialogs(stage, texts), record -> {}, (r, f, p, w) -> {});
                ScreeningView made = new ScreeningView(
                        model,
                        new AdviceModel(
                                review,
                                jobs,
                                org.winnow.model.Stage.TITLE_ABSTRACT,
                                review.reviewers().all().get(0)),
                        texts,
                        new Habits(Hands.BOTH, hands -> {}),
                        doors);
                made.takeFocus();
                return made;
            });
            WaitForAsyncUtils.waitForFxEvents();
            WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
                stage.setScene(new Scene(view, 900, 600));
                stage.show();
            });

            WaitForAsyncUtils.waitFor(
                    30,
                    TimeUnit.SECONDS,
                    () -> stage.getScene().getFocusOwner() != null
                            && "record".equals(stage.getScene().getFocusOwner().getId()));
            assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("record");
        } finally {
            jobs.close();
        }
    }
}
