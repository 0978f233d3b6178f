package org.winnow.ranking.insight;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.winnow.ranking.Directions;

/**
 * The plane on which groups of rows lie furthest apart: the two main directions of their centres, each as heavy as its
 * group is large (a principal component analysis between groups), found by power iteration.
 */
final class Plane {
    private static final int STEPS = 200;

    private Plane() {}

    /** The place of each row: across and up. */
    static float[][] of(float[][] rows, Clusters clusters) {
        int[] sizes = new int[clusters.centres().length];
        for (int c : clusters.of()) {
            sizes[c]++;
        }
        float[][] centres = centred(clusters.centres(), sizes);
        float[] first = main(centres, sizes, null);
        float[] second = main(centres, sizes, first);
        float[][] places = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            places[i] = new float[] {Directions.dot(rows[i], first), Directions.dot(rows[i], second)};
        }
        return places;
    }

    private static float[][] centred(float[][] centres, int[] sizes) {
        int width = centres.length == 0 ? 0 : centres[0].length;
        double[] mean = new double[width];
        int all = Arrays.stream(sizes).sum();
        for (int c = 0; c < centres.length; c++) {
            for (int d = 0; d < width; d++) {
                mean[d] += (double) centres[c][d] * sizes[c] / all;
            }
        }
        float[][] centred = new float[centres.length][width];
        for (int c = 0; c < centres.length; c++) {
            for (int d = 0; d < width; d++) {
                centred[c][d] = (float) (centres[c][d] - mean[d]);
            }
        }
        return centred;
    }

    /** The direction of most spread, at right angles to the other where there is one. */
    private static float[] main(float[][] centres, int[] sizes, float @Nullable [] other) {
        int width = centres.length == 0 ? 0 : centres[0].length;
        float[] direction = new float[width];
        // From the centre that is furthest out: no drawing, the same picture every time.
        float furthest = -1;
        for (float[] centre : centres) {
            float[] start = centre.clone();
            float length = without(start, other);
            if (length > furthest) {
                furthest = length;
                direction = start;
            }
        }
        for (int step = 0; step < STEPS; step++) {
            float[] next = new float[width];
            for (int c = 0; c < centres.length; c++) {
                float share = Directions.dot(centres[c], direction) * sizes[c];
                for (int d = 0; d < width; d++) {
                    next[d] += share * centres[c][d];
                }
            }
            if (without(next, other) == 0) {
                break;
            }
            direction = next;
        }
        return direction;
    }

    /** Takes the part along the other direction off and makes the rest of length 1; says how long it was. */
    private static float without(float[] direction, float @Nullable [] other) {
        if (other != null) {
            float along = Directions.dot(direction, other);
            for (int d = 0; d < direction.length; d++) {
                direction[d] -= along * other[d];
            }
        }
        float length = (float) Math.sqrt(Directions.dot(direction, direction));
        for (int d = 0; d < direction.length && length > 0; d++) {
            direction[d] /= length;
        }
        return length;
    }
}
