package org.winnow.ranking;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Linear support vector machine with squared hinge loss and a cost for each record. The intercept is the weight of an
 * appended feature of value 1, penalised like the others, as in liblinear and scikit-learn's LinearSVC; the solution is
 * theirs, found in another way: the finite Newton method of Keerthi and DeCoste (JMLR 6, 2005) over the labelled records,
 * begun where the last training ended. After one more label one or two steps are enough, each of a few conjugate
 * gradients, where a library's solver would begin from nothing.
 */
public final class LinearSvm {
    private static final int MAX_STEPS = 60;
    private static final int MAX_GRADIENTS = 500;

    private final Rows rows;
    private final double tolerance;
    private final double[] weights;
    private final Products products;
    private double intercept;
    /** Signed dual variables of the records in {@code products}, and the margins that they give. */
    private double[] betas = {};

    private double[] margins = {};

    /** @param tolerance how far the gradient of any labelled record's dual variable may be from zero at the end */
    public LinearSvm(Rows rows, double tolerance) {
        this(rows, tolerance, Products.PAIRS_KEPT);
    }

    LinearSvm(Rows rows, double tolerance, int pairsKept) {
        this.rows = rows;
        this.tolerance = tolerance;
        weights = new double[rows.columns()];
        products = new Products(rows, pairsKept);
    }

    /**
     * Trains on the labelled records.
     *
     * @param costs what the loss of a labelled record costs, above zero
     */
    public void train(Labels labels, IntToDoubleFunction costs) {
        int before = products.size();
        products.take(labels);
        int size = products.size();
        betas = Arrays.copyOf(betas, size);
        margins = Arrays.copyOf(margins, size);
        double[] signs = new double[size];
        double[] ridge = new double[size];
        boolean dropped = false;
        for (int s = 0; s < size; s++) {
            int record = products.record(s);
            if (labels.known(record)) {
                signs[s] = labels.relevant(record) ? 1 : -1;
                ridge[s] = 0.5 / costs.applyAsDouble(record);
            } else {
                dropped |= betas[s] != 0;
                betas[s] = 0;
            }
        }
        if (dropped || before < size) {
            products.times(betas, margins);
        }
        new Newton(signs, ridge).solve();
        gather();
    }

    private void gather() {
        Arrays.fill(weights, 0);
        intercept = 0;
        for (int s = 0; s < betas.length; s++) {
            if (betas[s] != 0) {
                rows.add(products.record(s), betas[s], weights);
                intercept += betas[s];
            }
        }
    }

    /** The decision value of a record; of one that it was trained on, what its private features say is left out. */
    public double score(int row) {
        return rows.dot(row, weights) + intercept;
    }

    /** The weight of a column. */
    public double weight(int column) {
        return weights[column];
    }

    public double intercept() {
        return intercept;
    }

    /**
     * One training: records inside the margin form a linear system; when its solution changes no record's side, all is
     * solved. A record whose label was taken back has the sign 0.
     */
    private final class Newton {
        private final double[] signs;
        private final double[] ridge;
        private final int size;
        private final boolean[] inside;

        Newton(double[] signs, double[] ridge) {
            this.signs = signs;
            this.ridge = ridge;
            size = signs.length;
            inside = new boolean[size];
        }

        void solve() {
            for (int step = 0; step < MAX_STEPS; step++) {
                double[] x = new double[size];
                double[] kx = new double[size];
                boolean same = true;
                for (int s = 0; s < size; s++) {
                    inside[s] = signs[s] != 0 && signs[s] * margins[s] < 1;
                    x[s] = inside[s] ? betas[s] : 0;
                    same &= x[s] == betas[s];
                }
                if (same) {
                    System.arraycopy(margins, 0, kx, 0, size);
                } else {
                    products.times(x, kx);
                }
                conjugateGradients(x, kx);
                boolean settled = settled(kx);
                advance(x, kx, settled);
                if (settled) {
                    return;
                }
            }
        }

        /** Whether every record is on the side that the system took it to be on. */
        private boolean settled(double[] kx) {
            for (int s = 0; s < size; s++) {
                double slack = 1 - signs[s] * kx[s];
                if (signs[s] != 0 && (inside[s] ? slack < -tolerance : slack > tolerance)) {
                    return false;
                }
            }
            return true;
        }

        /** Goes all the way, or half of it again and again until the objective falls. */
        private void advance(double[] x, double[] kx, boolean settled) {
            double before = settled ? Double.POSITIVE_INFINITY : objective(betas, margins);
            double[] b = x;
            double[] m = kx;
            for (double t = 1; t > 1e-6; t /= 2) {
                if (t < 1) {
                    b = between(betas, x, t);
                    m = between(margins, kx, t);
                }
                if (objective(b, m) < before) {
                    break;
                }
            }
            betas = b;
            margins = m;
        }

        private double[] between(double[] from, double[] to, double t) {
            double[] at = new double[size];
            for (int s = 0; s < size; s++) {
                at[s] = from[s] + t * (to[s] - from[s]);
            }
            return at;
        }

        private double objective(double[] b, double[] m) {
            double sum = 0;
            for (int s = 0; s < size; s++) {
                if (signs[s] != 0) {
                    double slack = Math.max(0, 1 - signs[s] * m[s]);
                    sum += 0.5 * b[s] * m[s] + 0.5 / ridge[s] * slack * slack;
                }
            }
            return sum;
        }

        /** Solves {@code (K + ridge) x = signs} over the records inside, preconditioned by the diagonal. */
        private void conjugateGradients(double[] x, double[] kx) {
            double[] r = new double[size];
            double[] p = new double[size];
            double[] kp = new double[size];
            double rz = 0;
            for (int i = 0; i < MAX_GRADIENTS; i++) {
                double worst = 0;
                double next = 0;
                for (int s = 0; s < size; s++) {
                    r[s] = inside[s] ? signs[s] - kx[s] - ridge[s] * x[s] : 0;
                    worst = Math.max(worst, Math.abs(r[s]));
                    next += r[s] * r[s] / (products.diagonal(s) + ridge[s]);
                }
                if (worst <= tolerance) {
                    return;
                }
                double keep = i == 0 ? 0 : next / rz;
                rz = next;
                double curvature = 0;
                for (int s = 0; s < size; s++) {
                    p[s] = r[s] / (products.diagonal(s) + ridge[s]) + keep * p[s];
                }
                products.times(p, kp);
                for (int s = 0; s < size; s++) {
                    curvature += p[s] * (kp[s] + ridge[s] * p[s]);
                }
                double go = rz / curvature;
                for (int s = 0; s < size; s++) {
                    x[s] += go * p[s];
                    kx[s] += go * kp[s];
                }
            }
        }
    }
}
