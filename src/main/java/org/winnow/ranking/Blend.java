package org.winnow.ranking;

import java.util.List;

/**
 * Two rankers' scores as one: each as deviations from its mean over the unknown records, in units of its standard
 * deviation there, then added. What one of them misses the other may see, and neither leads astray alone.
 */
record Blend(Ranker first, Ranker second) implements Ranker {
    @Override
    public double[] scores(Labels labels) {
        double[] sum = standard(first.scores(labels), labels);
        double[] other = standard(second.scores(labels), labels);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }

    private static double[] standard(double[] scores, Labels labels) {
        double sum = 0;
        double squares = 0;
        int unknown = 0;
        for (int i = 0; i < scores.length; i++) {
            if (!labels.known(i)) {
                sum += scores[i];
                squares += scores[i] * scores[i];
                unknown++;
            }
        }
        double mean = unknown == 0 ? 0 : sum / unknown;
        double variance = unknown == 0 ? 0 : squares / unknown - mean * mean;
        double scale = variance > 0 ? 1 / Math.sqrt(variance) : 1;
        double[] standard = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            standard[i] = (scores[i] - mean) * scale;
        }
        return standard;
    }

    @Override
    public boolean canRank(Labels labels) {
        return first.canRank(labels) && second.canRank(labels);
    }

    /** Those of the first: a word has a say in both. */
    @Override
    public List<Reason> reasons(int record) {
        return first.reasons(record);
    }
}
