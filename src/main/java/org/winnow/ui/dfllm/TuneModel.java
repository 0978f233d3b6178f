package org.winnow.ui.dfllm;

import java.nio.file.Path;
import java.util.Map;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.tune.Point;
import org.winnow.dfllm.tune.TuneWatch;
import org.winnow.ui.dfllm.TuneDesk.Lesson;
import org.winnow.ui.dfllm.TuneDesk.Outcome;
import org.winnow.ui.dfllm.TuneDesk.Wish;
import org.winnow.ui.kit.Jobs;
import org.winnow.work.Progress;
import org.winnow.work.WholeFile;

/** A run of tuning as it goes: properties out, commands in. */
final class TuneModel {
    private static final long SHOWN_MILLIS = 200;

    private final Jobs jobs;
    private final TuneDesk desk;
    private final String title;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper stopped = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper judging = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper reading = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyObjectWrapper<TuneWatch.@Nullable Moment> moment = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Outcome> outcome = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Map<Lesson, Path>> inUse = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<@Nullable Wish> unfinished = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Point> points = FXCollections.observableArrayList();
    /** Held: a view of a list is forgotten with whoever listens to it where nobody holds it. */
    private final ObservableList<Point> curve = FXCollections.unmodifiableObservableList(points);

    private Jobs.@Nullable Request<Outcome> request;

    /** @param title what the status bar says while it is tuned */
    TuneModel(Jobs jobs, TuneDesk desk, String title) {
        this.jobs = jobs;
        this.desk = desk;
        this.title = title;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether the last run was stopped before its end. */
    ReadOnlyBooleanProperty stoppedProperty() {
        return stopped.getReadOnlyProperty();
    }

    /** Whether it has learnt what it will, and is compared with the one in use. */
    ReadOnlyBooleanProperty judgingProperty() {
        return judging.getReadOnlyProperty();
    }

    /** The share of what has to be read before the first step; below 0 where that is not known. */
    ReadOnlyDoubleProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** How far the run is; null before its first step. */
    ReadOnlyObjectProperty<TuneWatch.@Nullable Moment> momentProperty() {
        return moment.getReadOnlyProperty();
    }

    /** What came of the last run; null before. */
    ReadOnlyObjectProperty<@Nullable Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** The folders of the tuned networks that the review uses. */
    ReadOnlyObjectProperty<Map<Lesson, Path>> inUseProperty() {
        return inUse.getReadOnlyProperty();
    }

    /** A run that was broken off and can go on; null where there is none, and while one runs. */
    ReadOnlyObjectProperty<@Nullable Wish> unfinishedProperty() {
        return unfinished.getReadOnlyProperty();
    }

    /** A point for each validation of the run. */
    ObservableList<Point> curve() {
        return curve;
    }

    void load() {
        jobs.latest("tuned", p -> desk.inUse()).then(inUse::set);
        if (!running.get()) {
            jobs.latest("tuning-unfinished", p -> desk.unfinished())
                    .then(found -> unfinished.set(running.get() ? null : found.orElse(null)));
        }
    }

    void tune(Wish wish) {
        points.clear();
        moment.set(null);
        reading.set(-1);
        outcome.set(null);
        stopped.set(false);
        judging.set(false);
        unfinished.set(null);
        running.set(true);
        request = jobs.run(title, progress -> desk.tune(wish, new Told(progress), progress))
                .then(outcome::set)
                .atEnd(this::ended);
    }

    private void ended() {
        running.set(false);
        load();
    }

    /** What was learnt up to the last validation is kept. */
    void stop() {
        Jobs.Request<Outcome> now = request;
        if (now != null) {
            stopped.set(true);
            now.cancel();
        }
    }

    /** Writes a picture. */
    void save(Path target, byte[] picture) {
        jobs.run(title, p -> {
            WholeFile.write(target, picture);
            return target;
        });
    }

    /** Goes back to the usual network. */
    void forget(Lesson lesson) {
        jobs.inOrder(p -> {
                    desk.forget(lesson);
                    return desk.inUse();
                })
                .then(inUse::set);
    }

    /** The run's own thread speaks; what it says is shown now and then. */
    private final class Told implements TuneWatch {
        private final Progress progress;
        private long last;

        Told(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void reading(int done, int all) {
            progress.at(done, all);
            if (due(done == all)) {
                Platform.runLater(() -> reading.set((double) done / all));
            }
        }

        @Override
        public void step(Moment now) {
            progress.at(now.step(), now.steps());
            if (due(now.step() == now.steps())) {
                Platform.runLater(() -> moment.set(now));
            }
        }

        private boolean due(boolean end) {
            long millis = System.currentTimeMillis();
            if (millis - last < SHOWN_MILLIS && !end) {
                return false;
            }
            last = millis;
            return true;
        }

        @Override
        public void judging() {
            Platform.runLater(() -> judging.set(true));
        }

        @Override
        public void validated(Point point) {
            Platform.runLater(() -> points.add(point));
        }

        @Override
        public void check() {
            progress.check();
        }
    }
}
