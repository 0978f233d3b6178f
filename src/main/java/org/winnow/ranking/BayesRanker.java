package org.winnow.ranking;

/** Orders records by the log-odds of a multinomial naive Bayes classifier with additive smoothing. */
final class BayesRanker implements Ranker {
    private final SparseMatrix matrix;
    private final double alpha;
    private final Balance balance;

    BayesRanker(SparseMatrix matrix, double alpha, Balance balance) {
        this.matrix = matrix;
        this.alpha = alpha;
        this.balance = balance;
    }

    @Override
    public double[] scores(Labels labels) {
        double[] relevant = new double[matrix.columns()];
        double[] irrelevant = new double[matrix.columns()];
        for (int i : labels.known()) {
            matrix.add(i, 1, labels.relevant(i) ? relevant : irrelevant);
        }
        double forRelevant = balance.relevant(labels);
        double forIrrelevant = balance.irrelevant(labels);
        double[] odds = new double[matrix.columns()];
        double all = Math.log(total(relevant, forRelevant));
        double none = Math.log(total(irrelevant, forIrrelevant));
        for (int c = 0; c < odds.length; c++) {
            odds[c] = Math.log((relevant[c] * forRelevant + alpha) / (irrelevant[c] * forIrrelevant + alpha))
                    - all
                    + none;
        }
        double[] scores = new double[labels.size()];
        double prior =
                Math.log(labels.relevantCount() * forRelevant) - Math.log(labels.irrelevantCount() * forIrrelevant);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = prior + matrix.dot(i, odds);
        }
        return scores;
    }

    private double total(double[] sums, double weight) {
        double total = 0;
        for (double sum : sums) {
            total += sum * weight + alpha;
        }
        return total;
    }
}
