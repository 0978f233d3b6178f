package org.winnow.screening;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.winnow.model.Estimate;

/**
 * Agreement of two or more reviewers over the records that at least two have decided; not everybody has to have decided
 * on every record. Formulas and variances (over records, for chance drawn from them) as in Gwet (2008), British Journal
 * of Mathematical and Statistical Psychology 61:29-48, and Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition,
 * chapters 2 and 5.
 *
 * @param records with two verdicts or more
 * @param observed share of pairs of verdicts on the same record that agree
 * @param fleiss Fleiss' kappa: Fleiss (1971), Psychological Bulletin 76:378-382
 * @param ac1 Gwet's AC1, which does not fall where nearly all records are excluded, as kappa does
 */
public record TeamAgreement(
        long records, Optional<Double> observed, Optional<Estimate> fleiss, Optional<Estimate> ac1) {

    /** @param subjects verdicts on a record by category, and how many records have these; fewer than two are left out */
    public static TeamAgreement of(Map<List<Integer>, Long> subjects) {
        double n = 0;
        double agreed = 0;
        double[] shares = new double[0];
        for (Map.Entry<List<Integer>, Long> e : subjects.entrySet()) {
            List<Integer> verdicts = e.getKey();
            int raters = raters(verdicts);
            if (raters >= 2) {
                shares = shares.length == 0 ? new double[verdicts.size()] : shares;
                for (int k = 0; k < shares.length; k++) {
                    shares[k] += (double) e.getValue() * verdicts.get(k) / raters;
                }
                agreed += e.getValue() * agreed(verdicts);
                n += e.getValue();
            }
        }
        if (n == 0) {
            return new TeamAgreement(0, Optional.empty(), Optional.empty(), Optional.empty());
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= n;
        }
        double[] byChance = shares.clone();
        double[] byGwet = new double[shares.length];
        for (int k = 0; k < shares.length; k++) {
            byGwet[k] = (1 - shares[k]) / (shares.length - 1);
        }
        return new TeamAgreement(
                (long) n,
                Optional.of(agreed / n),
                coefficient(subjects, shares, byChance, agreed / n, n),
                coefficient(subjects, shares, byGwet, agreed / n, n));
    }

    /** @param weights what a verdict of each category adds to the agreement by chance */
    private static Optional<Estimate> coefficient(
            Map<List<Integer>, Long> subjects, double[] shares, double[] weights, double agreed, double n) {
        double chance = 0;
        for (int k = 0; k < shares.length; k++) {
            chance += shares[k] * weights[k];
        }
        if (1 - chance < 1e-12) {
            return Optional.empty();
        }
        double expected = chance;
        double value = (agreed - expected) / (1 - expected);
        ToDoubleFunction<List<Integer>> influence = verdicts -> {
            double own = 0;
            for (int k = 0; k < weights.length; k++) {
                own += (double) verdicts.get(k) / raters(verdicts) * weights[k];
            }
            return (agreed(verdicts) - expected) / (1 - expected) - 2 * (1 - value) * (own - expected) / (1 - expected);
        };
        double squares = 0;
        for (Map.Entry<List<Integer>, Long> e : subjects.entrySet()) {
            if (raters(e.getKey()) >= 2) {
                double off = influence.applyAsDouble(e.getKey()) - value;
                squares += e.getValue() * off * off;
            }
        }
        return Estimate.of(value, n > 1 ? Math.sqrt(squares / (n * (n - 1))) : 2);
    }

    private static int raters(List<Integer> verdicts) {
        return verdicts.stream().mapToInt(Integer::intValue).sum();
    }

    /** Share of the pairs of verdicts on one record that agree. */
    private static double agreed(List<Integer> verdicts) {
        double raters = raters(verdicts);
        return verdicts.stream().mapToDouble(r -> r * (r - 1.0)).sum() / (raters * (raters - 1));
    }
}
