package org.winnow.model;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * How likely one of two ways is better on other cases of the same kind: the cases are drawn anew, with replacement, and
 * both are compared on what was drawn (paired bootstrap resampling: Koehn 2004, Statistical significance tests for machine
 * translation evaluation, EMNLP, 388-395).
 */
public final class PairedBootstrap {
    private static final int DRAWS = 1000;

    private PairedBootstrap() {}

    /**
     * The share of draws in which a difference is above 0; of those in which it is 0, half.
     *
     * @param cases how many there are; of none, nothing can be told: 0.5
     * @param seed the same gives the same draws
     * @param difference in favour of the way that is asked about, of cases by their numbers from 0
     */
    public static double probability(int cases, long seed, ToDoubleFunction<int[]> difference) {
        if (cases == 0) {
            return 0.5;
        }
        SplittableRandom random = new SplittableRandom(seed);
        double better = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double gain = difference.applyAsDouble(random.ints(cases, 0, cases).toArray());
            better += gain > 0 ? 1 : gain == 0 ? 0.5 : 0;
        }
        return better / DRAWS;
    }

    /**
     * Says what the probability is, as a report may say it.
     *
     * @param probability as above
     * @param cases what was drawn anew
     * @param better what the way that is asked about had to have
     */
    public static String words(double probability, String cases, String better) {
        return String.format(
                Locale.ROOT,
                "In %.1f %% of %d bootstrap samples of these %s %s (paired comparison, ties counting half)",
                100 * probability,
                DRAWS,
                cases,
                better);
    }
}
