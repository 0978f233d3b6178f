package org.winnow.ranking.insight;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.winnow.ranking.Directions;
import org.winnow.work.Progress;

/**
 * Groups of rows that point the same way: k-means on the sphere, begun by k-means++ (Arthur and Vassilvitskii, SODA 2007).
 *
 * @param of the group of each row, from 0
 * @param centres the mean direction of each group, of length 1
 */
record Clusters(int[] of, float[][] centres) {
    private static final int ROUNDS = 30;

    /**
     * @param rows of length 1 or 0
     * @param count how many groups; fewer where there are fewer rows
     */
    static Clusters of(float[][] rows, int count, long seed, Progress progress) {
        float[][] centres = start(rows, Math.min(count, rows.length), new SplittableRandom(seed), progress);
        int[] of = new int[rows.length];
        for (int round = 0; round < ROUNDS; round++) {
            progress.check();
            progress.at(round, ROUNDS);
            boolean moved = false;
            for (int i = 0; i < rows.length; i++) {
                int nearest = nearest(rows[i], centres);
                moved |= nearest != of[i];
                of[i] = nearest;
            }
            if (!moved && round > 0) {
                break;
            }
            centres = means(rows, of, centres);
        }
        return new Clusters(of, centres);
    }

    private static float[][] start(float[][] rows, int count, SplittableRandom random, Progress progress) {
        float[][] centres = new float[count][];
        double[] far = new double[rows.length];
        Arrays.fill(far, 2);
        for (int c = 0; c < count; c++) {
            progress.check();
            centres[c] = rows[drawn(far, random)].clone();
            for (int i = 0; i < rows.length; i++) {
                far[i] = Math.min(far[i], Math.max(0, 1 - Directions.dot(rows[i], centres[c])));
            }
        }
        return centres;
    }

    /** A position drawn as often as its weight says. */
    private static int drawn(double[] weights, SplittableRandom random) {
        double left = random.nextDouble() * Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return random.nextInt(weights.length);
    }

    static int nearest(float[] row, float[][] centres) {
        int best = 0;
        float likeness = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < centres.length; c++) {
            float now = Directions.dot(row, centres[c]);
            if (now > likeness) {
                likeness = now;
                best = c;
            }
        }
        return best;
    }

    private static float[][] means(float[][] rows, int[] of, float[][] before) {
        float[][] means = new float[before.length][before.length == 0 ? 0 : before[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int d = 0; d < rows[i].length; d++) {
                means[of[i]][d] += rows[i][d];
            }
        }
        for (int c = 0; c < means.length; c++) {
            double length = Math.sqrt(Directions.dot(means[c], means[c]));
            for (int d = 0; d < means[c].length; d++) {
                // A group that has lost its last row stays where it was.
                means[c][d] = length == 0 ? before[c][d] : (float) (means[c][d] / length);
            }
        }
        return means;
    }
}
