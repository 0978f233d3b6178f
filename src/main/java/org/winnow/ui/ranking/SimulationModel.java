package org.winnow.ui.ranking;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.winnow.ranking.Model;
import org.winnow.ranking.Models;
import org.winnow.ranking.Replay;
import org.winnow.ranking.RunFile;
import org.winnow.ui.kit.Jobs;
import org.winnow.ui.kit.Texts;

/** Replaying a labelled set with several models and seeds: properties out, commands in. */
public final class SimulationModel {
    private final Jobs jobs;
    private final Texts texts;
    private final LabelledSets sets;
    private final ObservableList<LiveRun> runs = FXCollections.observableArrayList();
    private final Deque<LiveRun> waiting = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
    private int open;

    public SimulationModel(Jobs jobs, Texts texts, LabelledSets sets) {
        this.jobs = jobs;
        this.texts = texts;
        this.sets = sets;
    }

    /** All runs of the last start, in the order of models and seeds. */
    ObservableList<LiveRun> runs() {
        return runs;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    void choose(Path chosen) {
        file.set(chosen);
        runs.clear();
    }

    private record Prepared(LabelledSets.Labelled set, List<Model.Prepared> features) {}

    /**
     * Replays the chosen set.
     *
     * @param seeds how many runs of each model, with the seeds from 1 on
     * @param priors relevant records known at the start, and as many irrelevant ones
     */
    void start(List<Model> models, int seeds, int priors) {
        Path chosen = file.get();
        if (chosen == null || running.get()) {
            return;
        }
        running.set(true);
        runs.clear();
        jobs.run(texts.get("simulation.reading"), p -> {
                    LabelledSets.Labelled set = sets.read(chosen, p);
                    List<Model.Prepared> features = new ArrayList<>();
                    for (Model model : models) {
                        features.add(model.prepare(set.documents(), Models.network(), p));
                    }
                    return new Prepared(set, features);
                })
                .then(prepared -> begin(models, prepared, seeds, priors))
                .atEnd(() -> running.set(open > 0));
    }

    private void begin(List<Model> models, Prepared prepared, int seeds, int priors) {
        for (int m = 0; m < models.size(); m++) {
            for (int seed = 1; seed <= seeds; seed++) {
                waiting.add(new LiveRun(
                        models.get(m),
                        prepared.features().get(m),
                        prepared.set().truth(),
                        seed,
                        priors));
            }
        }
        runs.setAll(waiting);
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            next();
        }
    }

    /** As many at a time as there are processors. */
    private void next() {
        LiveRun run = waiting.poll();
        if (run == null) {
            return;
        }
        open++;
        jobs.run(texts.get("simulation.run", run.model().name(), run.seed()), run::replay)
                .then(run::done)
                .atEnd(() -> {
                    open--;
                    if (!run.finished()) {
                        waiting.clear();
                    }
                    next();
                    running.set(open > 0);
                });
    }

    /** Writes what has been replayed, as the ending of the file name says. */
    void export(Path target) {
        Path chosen = file.get();
        List<RunFile.Run> done = new ArrayList<>();
        for (LiveRun run : runs) {
            Replay replay = run.replayProperty().get();
            if (replay != null) {
                done.add(new RunFile.Run(run.model(), replay));
            }
        }
        if (chosen != null && !done.isEmpty()) {
            String name = String.valueOf(chosen.getFileName());
            jobs.run(texts.get("simulation.export"), p -> {
                String content = new RunFile(name, done).content(RunFile.Kind.of(target.toString()));
                sets.write(target, content.getBytes(StandardCharsets.UTF_8));
                return target;
            });
        }
    }
}
