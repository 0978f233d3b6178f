package org.winnow.ranking;

import java.util.List;
import org.winnow.embedding.Vector;

/**
 * What the vectors of a review say of its records apart: what all of them have in common is taken off, since it tells no
 * record from another.
 */
public final class Directions {
    private static final double LEAST = 1e-3;

    private Directions() {}

    /**
     * One row a vector, each of that Euclidean length; a row of zeros where nothing is left of a vector.
     *
     * @param length of each row
     */
    public static float[][] of(List<Vector> vectors, double length) {
        int width = vectors.isEmpty() ? 0 : vectors.getFirst().components().length;
        double[] mean = mean(vectors, width);
        float[][] rows = new float[vectors.size()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = told(vectors.get(row).components(), mean, length);
        }
        return rows;
    }

    private static double[] mean(List<Vector> vectors, int width) {
        double[] mean = new double[width];
        for (Vector vector : vectors) {
            float[] own = vector.components();
            for (int d = 0; d < own.length; d++) {
                mean[d] += own[d] / vectors.size();
            }
        }
        return mean;
    }

    private static float[] told(float[] own, double[] mean, double length) {
        for (int d = 0; d < own.length; d++) {
            own[d] -= (float) mean[d];
        }
        double size = Math.sqrt(squared(own));
        // A set of one text many times leaves rounding errors, which are no meaning.
        float scale = size < LEAST ? 0 : (float) (length / size);
        for (int d = 0; d < own.length; d++) {
            own[d] *= scale;
        }
        return own;
    }

    static double squared(float[] vector) {
        double sum = 0;
        for (float c : vector) {
            sum += c * c;
        }
        return sum;
    }

    /** The product of two rows: their cosine, where both are of length 1. */
    public static float dot(float[] a, float[] b) {
        float even = 0;
        float odd = 0;
        // Two sums side by side: one would wait for itself at every addition.
        int d = 0;
        for (; d + 1 < a.length; d += 2) {
            even += a[d] * b[d];
            odd += a[d + 1] * b[d + 1];
        }
        return d < a.length ? even + odd + a[d] * b[d] : even + odd;
    }
}
