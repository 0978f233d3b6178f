package org.winnow.screening;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.winnow.model.Verdict;

/**
 * Interrater agreement of two reviewers over the records that both have decided, with <em>maybe</em> read as include,
 * since both are read on.
 *
 * @param records how many records both decided
 * @param observed share of them with the same verdict, 0 to 1; 0 where there are none
 */
public record Agreement(long records, double observed, OptionalDouble kappa) {

    /** @param pairs for each pair of verdicts (first reviewer's, second reviewer's) how many records have it */
    public static Agreement of(Map<List<Verdict>, Long> pairs) {
        double both = 0;
        double onlyFirst = 0;
        double onlySecond = 0;
        double neither = 0;
        for (Map.Entry<List<Verdict>, Long> e : pairs.entrySet()) {
            boolean first = e.getKey().get(0) != Verdict.EXCLUDE;
            boolean second = e.getKey().get(1) != Verdict.EXCLUDE;
            if (first && second) {
                both += e.getValue();
            } else if (first) {
                onlyFirst += e.getValue();
            } else if (second) {
                onlySecond += e.getValue();
            } else {
                neither += e.getValue();
            }
        }
        double n = both + onlyFirst + onlySecond + neither;
        if (n == 0) {
            return new Agreement(0, 0, OptionalDouble.empty());
        }
        double observed = (both + neither) / n;
        return new Agreement((long) n, observed, kappa(observed, (both + onlyFirst) / n, (both + onlySecond) / n));
    }

    /** Cohen (1960), Educational and Psychological Measurement 20:37-46; not defined where chance alone agrees fully. */
    private static OptionalDouble kappa(double observed, double firstIncludes, double secondIncludes) {
        double expected = firstIncludes * secondIncludes + (1 - firstIncludes) * (1 - secondIncludes);
        return expected >= 1 ? OptionalDouble.empty() : OptionalDouble.of((observed - expected) / (1 - expected));
    }
}
