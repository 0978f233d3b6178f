package org.winnow.screening;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.winnow.model.CohensKappa;
import org.winnow.model.Estimate;
import org.winnow.model.Verdict;

/**
 * Interrater agreement of two reviewers over the records that both have decided, with <em>maybe</em> read as include,
 * since both are read on.
 *
 * @param records how many records both decided
 * @param observed share of them with the same verdict, 0 to 1; empty where there are none
 * @param kappa Cohen's kappa; empty where it is not defined, as where chance alone agrees fully
 * @param pabak the prevalence- and bias-adjusted kappa of Byrt, Bishop and Carlin (1993), Journal of Clinical
 *     Epidemiology 46:423-429: twice the share observed less one
 * @param ac1 Gwet's AC1, see {@link TeamAgreement}
 */
public record Agreement(
        long records,
        Optional<Estimate> observed,
        Optional<Estimate> kappa,
        Optional<Estimate> pabak,
        Optional<Estimate> ac1) {

    /** @param pairs for each pair of verdicts (first reviewer's, second reviewer's) how many records have it */
    public static Agreement of(Map<List<Verdict>, Long> pairs) {
        double[][] table = new double[2][2];
        Map<List<Integer>, Long> subjects = new HashMap<>();
        long n = 0;
        for (Map.Entry<List<Verdict>, Long> e : pairs.entrySet()) {
            int first = readOn(e.getKey().get(0));
            int second = readOn(e.getKey().get(1));
            table[first][second] += e.getValue();
            subjects.merge(List.of(first + second, 2 - first - second), e.getValue(), Long::sum);
            n += e.getValue();
        }
        if (n == 0) {
            return new Agreement(0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        for (double[] row : table) {
            for (int j = 0; j < row.length; j++) {
                row[j] /= n;
            }
        }
        Estimate observed = Estimate.share(table[0][0] + table[1][1], n);
        return new Agreement(
                n,
                Optional.of(observed),
                CohensKappa.of(table, n),
                Optional.of(observed.doubled()),
                TeamAgreement.of(subjects).ac1());
    }

    private static int readOn(Verdict verdict) {
        return verdict == Verdict.EXCLUDE ? 0 : 1;
    }
}
