package org.winnow.ranking;

import java.util.Arrays;
import java.util.List;
import org.winnow.embedding.Vector;

/**
 * Rows of words with what they mean behind them: the words' columns first, then the vectors', as heavy as asked. What all
 * vectors of the review have in common is taken off: it tells no record from another.
 */
final class Joined implements Rows {
    private final SparseMatrix words;
    private final float[][] meanings;
    private final int width;
    private final double[] lengths;

    /** @param share the squared length of a vector beside words of squared length 1 */
    Joined(SparseMatrix words, List<Vector> vectors, double share) {
        this.words = words;
        meanings = Directions.of(vectors, Math.sqrt(share));
        lengths = new double[words.rows()];
        width = meanings.length == 0 ? 0 : meanings[0].length;
        for (int row = 0; row < meanings.length; row++) {
            lengths[row] = words.squaredLength(row) + Directions.squared(meanings[row]);
        }
    }

    @Override
    public int rows() {
        return meanings.length;
    }

    @Override
    public int columns() {
        return words.columns() + width;
    }

    @Override
    public double dot(int row, double[] weights) {
        float[] own = meanings[row];
        int at = words.columns();
        double a = 0;
        double b = 0;
        // Two sums side by side: one would wait for itself at every addition.
        for (int d = 0; d + 1 < own.length; d += 2) {
            a += own[d] * weights[at + d];
            b += own[d + 1] * weights[at + d + 1];
        }
        if (own.length % 2 == 1) {
            a += own[own.length - 1] * weights[at + own.length - 1];
        }
        return words.dot(row, weights) + a + b;
    }

    @Override
    public void add(int row, double factor, double[] weights) {
        words.add(row, factor, weights);
        float[] own = meanings[row];
        int at = words.columns();
        for (int d = 0; d < own.length; d++) {
            weights[at + d] += factor * own[d];
        }
    }

    @Override
    public void clear(int row, double[] weights) {
        words.clear(row, weights);
        Arrays.fill(weights, words.columns(), weights.length, 0);
    }

    @Override
    public double squaredLength(int row) {
        return lengths[row];
    }

    @Override
    public double squaredPrivateLength(int row) {
        return words.squaredPrivateLength(row);
    }
}
