package org.winnow.ui.dfllm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.winnow.dfllm.card.TakenModels.TakenModel;
import org.winnow.dfllm.recipe.RecipeSettings;
import org.winnow.dfllm.recipe.RecipeSettings.Method;
import org.winnow.dfllm.recipe.RecipeSettings.Objective;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.Loud;
import org.winnow.testkit.Snapshots;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.Theme;
import org.winnow.work.Progress;

/** Larger models in the window: a recipe for one, and those that came back with their evaluation. */
@InTheWindow
class LargerPaneTest {
    @TempDir
    private Path folder;

    private final Desk desk = new Desk();
    private Stage stage;

    @Start
    void start(Stage s) {
        stage = s;
    }

    @Test
    void whatComesBackIsShownWithItsEvaluationAndWhatRunsHereCanBeAsked() throws Exception {
        Path gguf = Files.createFile(folder.resolve("tuned.gguf"));
        List<String> asked = new ArrayList<>();
        Jobs jobs = new Jobs(new Loud());
        try {
            Texts texts = new Texts(Locale.ENGLISH);
            LargerModel model = new LargerModel(jobs, desk, "Reading");
            WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
                LargerPane pane = new LargerPane(
                        model, texts, new Dialogs(stage, texts), (at, name) -> asked.addAll(List.of(at, name)));
                stage.setScene(new Scene(pane, 1000, 600));
                new Theme().dress(stage.getScene());
                stage.show();
                Snapshots.save(stage.getScene(), "larger-none");
            });
            assertThat(shows("larger-none")).isTrue();

            model.take(folder, gguf, null, "Apache-2.0");
            until(() -> shows("larger-ask"));
            WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
                Snapshots.save(stage.getScene(), "larger-taken");
                ((ButtonBase) stage.getScene().lookup("#larger-ask")).fire();
                TableView<?> table = (TableView<?>) stage.getScene().lookup("#larger-taken");
                assertThat(table.getColumns().stream()
                                .map(c -> String.valueOf(c.getCellData(0)))
                                .toList())
                        .containsExactly("maker/model", "qlora, sft", "tuned.gguf", "answered 7 of 9; threshold 0.4");
                assertThat(((Label) stage.getScene().lookup("#larger-one")).getText())
                        .contains(gguf.toString(), "SHA-256 abc. Evaluation: answered 7 of 9; threshold 0.4.");
            });
            assertThat(asked).containsExactly(gguf.toString(), "tuned");

            List<Integer> written = new ArrayList<>();
            WaitForAsyncUtils.waitForAsyncFx(
                    60_000,
                    () -> model.write(
                            RecipeSettings.usual("maker/model", Method.LORA, Objective.DPO), folder, written::add));
            until(() -> !model.busyProperty().get() && !written.isEmpty());
            assertThat(written).containsExactly(12);
        } finally {
            jobs.refuse();
            jobs.close();
        }
    }

    private boolean shows(String id) {
        return stage.getScene().lookup("#" + id) != null;
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(60_000, condition::getAsBoolean));
    }

    private static final class Desk implements RecipeDesk {
        private final List<TakenModel> taken = new ArrayList<>();

        @Override
        public int write(RecipeSettings settings, Path folder, Progress progress) {
            return 12;
        }

        @Override
        public void take(Path recipe, Path result, @Nullable Path evaluation, String licence) {
            try {
                taken.add(new TakenModel(result, Instant.EPOCH, new ObjectMapper().readTree("""
                        {"base": {"name": "maker/model"}, "objective": "sft", "settings": {"method": "qlora"},
                            "result": {"kind": "gguf", "file": "tuned.gguf", "sha256": "abc"},
                            "evaluation": {"results": {"answered": {"of": 7, "all": 9}, "threshold": 0.4}}}
                        """)));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }

        @Override
        public List<TakenModel> taken() {
            return List.copyOf(taken);
        }
    }
}
