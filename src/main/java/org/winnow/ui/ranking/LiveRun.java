package org.winnow.ui.ranking;

import java.util.Arrays;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.winnow.ranking.Model;
import org.winnow.ranking.Replay;
import org.winnow.work.Progress;

/** One replay while it runs: what it has found so far may be looked at on any thread. */
final class LiveRun {
    private final Model model;
    private final Model.Prepared features;
    private final boolean[] truth;
    private final long seed;
    private final int priors;
    private final ReadOnlyObjectWrapper<@Nullable Replay> replay = new ReadOnlyObjectWrapper<>();
    private int[] found = new int[64];
    private int read;
    private long relevant = 1;

    LiveRun(Model model, Model.Prepared features, boolean[] truth, long seed, int priors) {
        this.model = model;
        this.features = features;
        this.truth = truth;
        this.seed = seed;
        this.priors = priors;
    }

    Model model() {
        return model;
    }

    long seed() {
        return seed;
    }

    int records() {
        return truth.length;
    }

    /** The finished replay, or null while it runs. */
    ReadOnlyObjectProperty<@Nullable Replay> replayProperty() {
        return replay.getReadOnlyProperty();
    }

    boolean finished() {
        return replay.get() != null;
    }

    void done(Replay result) {
        replay.set(result);
    }

    Replay replay(Progress progress) {
        return Replay.of(features, truth, priors, seed, null, new Watching(progress));
    }

    /** A simulation says how many it has found before each record that it reads. */
    private final class Watching implements Progress {
        private final Progress other;

        Watching(Progress other) {
            this.other = other;
        }

        @Override
        public void at(long done, long total) {
            note((int) done, total);
            other.at(done, total);
        }

        @Override
        public void check() {
            other.check();
        }
    }

    private synchronized void note(int now, long all) {
        if (read == found.length) {
            found = Arrays.copyOf(found, read * 2);
        }
        found[read++] = now;
        relevant = all;
    }

    /** How many relevant records were found before each record read so far. */
    synchronized int[] found() {
        return Arrays.copyOf(found, read);
    }

    synchronized long relevant() {
        return relevant;
    }
}
