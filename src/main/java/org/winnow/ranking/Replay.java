package org.winnow.ranking;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.winnow.work.Progress;

/**
 * One simulated screening of a labelled set with everything that is needed to repeat it.
 *
 * @param priors the records known at the start
 * @param order those read, in their order
 * @param screening the reading up to the last relevant record
 * @param stopped where a rule would have stopped; null where none was asked for
 */
public record Replay(
        long seed,
        int[] priors,
        int[] order,
        Screening screening,
        int refits,
        double seconds,
        @Nullable Stopped stopped) {

    /**
     * @param read how many records had been read when the rule first said stop; all, where it never did
     * @param found the relevant among them
     * @param recall their share of all relevant
     * @param share the share of all records that was read
     */
    public record Stopped(String rule, int read, int found, double recall, double share) {}

    /** Replays a set until its last relevant record is found and, where a rule is given, until it says stop. */
    public static Replay of(
            Model.Prepared features,
            boolean[] truth,
            int priors,
            long seed,
            @Nullable StoppingRule rule,
            Progress progress) {
        long began = System.nanoTime();
        int[] known = Priors.random(truth, priors, seed);
        Ranker ranker = features.ranker();
        int[] stop = {-1};
        Simulation.Run run = Simulation.run(ranker, truth, known, progress, s -> {
            if (rule != null && stop[0] < 0 && rule.stops(s)) {
                stop[0] = s.read();
            }
            return rule == null || stop[0] >= 0;
        });
        double seconds = (System.nanoTime() - began) / 1e9;
        Screening whole = run.screening();
        int last = Metrics.readAt(whole, 1);
        Stopped stopped = rule == null ? null : stopped(rule, whole, stop[0] < 0 ? whole.records() : stop[0]);
        return new Replay(
                seed, known, Arrays.copyOf(run.order(), last), whole.until(last), run.refits(), seconds, stopped);
    }

    /** The same run with the seconds that its features took before it. */
    public Replay after(double preparing) {
        return new Replay(seed, priors, order, screening, refits, preparing + seconds, stopped);
    }

    private static Stopped stopped(StoppingRule rule, Screening s, int read) {
        int found = s.found(read);
        return new Stopped(rule.key(), read, found, (double) found / s.relevant(), (double) read / s.records());
    }
}
