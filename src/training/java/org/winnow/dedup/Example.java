package org.winnow.dedup;

/**
 * Two records of which somebody knows whether they are the same.
 *
 * @param features how they compare
 * @param doubtful whether they are asked about however likely they are
 * @param weight how much it counts
 */
record Example(double[] features, boolean same, boolean doubtful, double weight) {
    static Example of(Evidence e, boolean same) {
        return new Example(Feature.of(e), same, LearnedMatcher.doubtful(e), 1);
    }
}
