package org.winnow.dedup;

import java.util.List;
import java.util.Locale;

/**
 * How often pairs that a person is asked about are the same report, given what the trees say of them: a line through their
 * log-odds (Platt 1999), since what makes a pair doubtful lies outside the trees.
 */
record Calibration(double start, double slope) {
    private static final int STEPS = 5000;
    private static final double RATE = 0.05;
    private static final double RIDGE = 0.01;

    /** A pair with what the trees say and what the labels say. */
    record Asked(double p, boolean same) {}

    static Calibration of(List<Asked> asked) {
        double start = 0;
        double slope = 0;
        for (int step = 0; step < STEPS; step++) {
            double byStart = 0;
            double bySlope = 0;
            for (Asked a : asked) {
                double x = Forest.logOdds(a.p());
                double error = 1 / (1 + Math.exp(-start - slope * x)) - (a.same() ? 1 : 0);
                byStart += error;
                bySlope += error * x;
            }
            start -= RATE * byStart / asked.size();
            slope -= RATE * (bySlope / asked.size() + RIDGE * slope) / 4;
        }
        return new Calibration(start, slope);
    }

    String line() {
        return String.format(Locale.ROOT, "asked %.4f %.4f%n", start, slope);
    }

    private double of(double p) {
        return 1 / (1 + Math.exp(-start - slope * Forest.logOdds(p)));
    }

    /** What was expected of the pairs beside what the labels say. */
    String table(List<Asked> asked) {
        StringBuilder out = new StringBuilder("""

                Pairs that a person is asked about, by how likely the program calls them, which is what accepting them together \
                rests on. A line with two numbers was fitted to just these pairs, so that the fit is seen, not foreseen:

                | called | pairs | same by the labels | expected |
                | --- | ---: | ---: | ---: |
                """);
        double[] bounds = {0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.01};
        for (int i = 0; i + 1 < bounds.length; i++) {
            double low = bounds[i];
            double high = bounds[i + 1];
            List<Asked> some = asked.stream()
                    .filter(a -> of(a.p()) >= low && of(a.p()) < high)
                    .toList();
            out.append(String.format(
                    Locale.ROOT,
                    "| %.1f–%.1f | %d | %d | %.1f |%n",
                    low,
                    Math.min(1, high),
                    some.size(),
                    some.stream().filter(Asked::same).count(),
                    some.stream().mapToDouble(a -> of(a.p())).sum()));
        }
        return out.toString();
    }
}
