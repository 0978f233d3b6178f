package org.winnow.ranking.insight;

import org.winnow.ranking.Labels;

/**
 * A logistic curve from scores to probabilities (Platt 1999, with the targets and the Newton steps of Lin, Lin and Weng,
 * Machine Learning 68:267, 2007).
 */
record Platt(double slope, double intercept) {
    private static final int STEPS = 100;
    private static final double ENOUGH = 1e-10;
    private static final double RIDGE = 1e-12;

    /** @param known the records whose scores these are */
    static Platt of(double[] scores, int[] known, Labels labels) {
        double high = (labels.relevantCount() + 1.0) / (labels.relevantCount() + 2.0);
        double low = 1 / (labels.irrelevantCount() + 2.0);
        double[] targets = new double[scores.length];
        for (int s = 0; s < scores.length; s++) {
            targets[s] = labels.relevant(known[s]) ? high : low;
        }
        Platt curve = new Platt(0, Math.log((labels.relevantCount() + 1.0) / (labels.irrelevantCount() + 1.0)));
        double loss = curve.loss(scores, targets);
        for (int step = 0; step < STEPS; step++) {
            Platt better = curve.step(scores, targets, loss);
            double now = better.loss(scores, targets);
            if (loss - now < ENOUGH) {
                return curve;
            }
            curve = better;
            loss = now;
        }
        return curve;
    }

    double probability(double score) {
        return 1 / (1 + Math.exp(-(slope * score + intercept)));
    }

    private double loss(double[] scores, double[] targets) {
        double sum = 0;
        for (int s = 0; s < scores.length; s++) {
            double f = slope * scores[s] + intercept;
            // log(1 + e^f) without overflow.
            sum += Math.max(f, 0) + Math.log1p(Math.exp(-Math.abs(f))) - targets[s] * f;
        }
        return sum;
    }

    /** One Newton step, halved until the loss falls. */
    private Platt step(double[] scores, double[] targets, double loss) {
        double g1 = 0;
        double g2 = 0;
        double h11 = RIDGE;
        double h12 = 0;
        double h22 = RIDGE;
        for (int s = 0; s < scores.length; s++) {
            double p = probability(scores[s]);
            double d = p - targets[s];
            double w = p * (1 - p);
            g1 += d * scores[s];
            g2 += d;
            h11 += w * scores[s] * scores[s];
            h12 += w * scores[s];
            h22 += w;
        }
        double determinant = h11 * h22 - h12 * h12;
        double a = (h22 * g1 - h12 * g2) / determinant;
        double b = (h11 * g2 - h12 * g1) / determinant;
        for (double size = 1; size > ENOUGH; size /= 2) {
            Platt next = new Platt(slope - size * a, intercept - size * b);
            if (next.loss(scores, targets) < loss) {
                return next;
            }
        }
        return this;
    }
}
