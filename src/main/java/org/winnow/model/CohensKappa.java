package org.winnow.model;

import java.util.Optional;

/** Cohen's kappa: how far two people agree beyond what chance alone would give. */
public final class CohensKappa {
    private CohensKappa() {}

    /**
     * Cohen (1960), Educational and Psychological Measurement 20:37-46, with the standard error of Fleiss, Cohen and
     * Everitt (1969), Psychological Bulletin 72:323-327, equation 13.
     *
     * @param p shares of the cases by both judgements, a row for each of the first person's, a column for each of the
     *     second's
     * @param n how many cases there are
     * @return empty where it is not defined, as where chance alone agrees fully
     */
    public static Optional<Estimate> of(double[][] p, double n) {
        int q = p.length;
        double[] rows = new double[q];
        double[] columns = new double[q];
        double agree = 0;
        for (int i = 0; i < q; i++) {
            agree += p[i][i];
            for (int j = 0; j < q; j++) {
                rows[i] += p[i][j];
                columns[j] += p[i][j];
            }
        }
        double chance = 0;
        for (int i = 0; i < q; i++) {
            chance += rows[i] * columns[i];
        }
        if (1 - chance < 1e-12) {
            return Optional.empty();
        }
        double kappa = (agree - chance) / (1 - chance);
        double sum = 0;
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                double weight =
                        i == j ? 1 - (rows[i] + columns[i]) * (1 - kappa) : (1 - kappa) * (columns[i] + rows[j]);
                sum += p[i][j] * weight * weight;
            }
        }
        double square = kappa - chance * (1 - kappa);
        double variance = Math.max(0, sum - square * square) / (n * (1 - chance) * (1 - chance));
        return Estimate.of(kappa, Math.sqrt(variance));
    }
}
