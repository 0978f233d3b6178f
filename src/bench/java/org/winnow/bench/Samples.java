package org.winnow.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Repeated measurements of one thing. */
public final class Samples {
    private final List<Double> values = new ArrayList<>();

    /** What is measured. */
    public interface Work {
        void run() throws Exception;
    }

    public void add(double value) {
        values.add(value);
    }

    /** Runs the work once and keeps its milliseconds. */
    public void time(Work work) throws Exception {
        add(millis(work));
    }

    public int count() {
        return values.size();
    }

    public double median() {
        return quantile(0.5);
    }

    /** The smallest sample that the given share of all samples does not exceed (nearest rank). */
    public double quantile(double share) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.clamp(rank - 1, 0, sorted.size() - 1));
    }

    /** How many milliseconds the work takes. */
    public static double millis(Work work) throws Exception {
        long from = System.nanoTime();
        work.run();
        return (System.nanoTime() - from) / 1e6;
    }
}
