package org.winnow.ui.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.chart.LineChart;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.winnow.model.UserException;
import org.winnow.ranking.Document;
import org.winnow.ranking.Model;
import org.winnow.ranking.Models;
import org.winnow.testkit.InTheWindow;
import org.winnow.testkit.Snapshots;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;
import org.winnow.work.Progress;
import org.winnow.work.WholeFile;

/** Replaying a set in the window. */
@InTheWindow
class SimulationViewTest {
    @TempDir
    Path folder;

    private Stage stage;

    @Start
    void start(Stage s) {
        stage = s;
    }

    @Test
    void twoModelsWithTwoSeedsGiveFourCurvesTwoLinesAndFiles() throws Exception {
        Jobs jobs = new Jobs(failing());
        Texts texts = new Texts(Locale.ENGLISH);
        SimulationModel model = new SimulationModel(jobs, texts, new Made());
        List<Model> models =
                List.of(Models.named("u4").orElseThrow(), Models.named("u3").orElseThrow());
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            SimulationView view = new SimulationView(model, texts, null);
            stage.setScene(new Scene(view, 1000, 700));
            stage.show();
            model.choose(folder.resolve("made.csv"));
            model.start(models, 2, 1);
        });
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> !model.runningProperty().get());
        WaitForAsyncUtils.waitForFxEvents();

        LineChart<?, ?> chart = (LineChart<?, ?>) stage.getScene().lookup("#simulation-chart");
        TableView<?> table = (TableView<?>) stage.getScene().lookup("#simulation-table");
        assertThat(model.runs()).hasSize(4).allMatch(LiveRun::finished);
        assertThat(chart.getData()).hasSize(4);
        assertThat(table.getItems()).hasSize(2);
        assertThat(table.getColumns().get(1).getCellData(0)).isEqualTo("2 / 2");
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> Snapshots.save(stage.getScene(), "simulation"));

        for (String name : List.of("a.svg", "a.csv", "a.json")) {
            WaitForAsyncUtils.waitForAsyncFx(60_000, () -> model.export(folder.resolve(name)));
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> Files.exists(folder.resolve(name)));
        }
        assertThat(Files.readString(folder.resolve("a.svg")))
                .startsWith("<svg")
                .contains("elas-u3")
                .endsWith("</svg>\n");
        assertThat(Files.readAllLines(folder.resolve("a.csv")).get(1)).startsWith("elas-u4,1,1,1,");
        assertThat(Files.readString(folder.resolve("a.json"))).contains("\"wss95\"");
        jobs.close();
    }

    /** A hundred records, a tenth of them about something of their own. */
    private static final class Made implements LabelledSets {
        @Override
        public Labelled read(Path file, Progress progress) {
            List<Document> documents = new ArrayList<>();
            boolean[] truth = new boolean[100];
            for (int i = 0; i < truth.length; i++) {
                truth[i] = i % 10 == 3;
                documents.add(new Document(
                        truth[i] ? "Exercise for back pain " + i : "Proteins of the cell " + i % 9,
                        i % 20 == 3 ? "Mice" : "A trial"));
            }
            return new Labelled(documents, truth);
        }

        @Override
        public void write(Path target, byte[] content) {
            WholeFile.write(target, content);
        }
    }

    private static Jobs.Failures failing() {
        return new Jobs.Failures() {
            @Override
            public void userCanMend(UserException e) {
                throw e;
            }

            @Override
            public void bug(Throwable e) {
                throw new AssertionError(e);
            }
        };
    }
}
