package org.winnow.ranking;

/**
 * Weights of labelled records where relevant ones are rare: a relevant one 1, an irrelevant one
 * {@code relevant / (ratio · irrelevant)}, then all scaled so that they sum to the number of labels, as ASReview's
 * balancer does.
 *
 * @param ratio how many times as heavy all relevant ones together are as all irrelevant ones
 */
record Balance(double ratio) {
    double relevant(Labels labels) {
        return scale(labels);
    }

    double irrelevant(Labels labels) {
        return scale(labels) * raw(labels);
    }

    private double raw(Labels labels) {
        return labels.relevantCount() / (ratio * labels.irrelevantCount());
    }

    private double scale(Labels labels) {
        return labels.knownCount() / (labels.relevantCount() + raw(labels) * labels.irrelevantCount());
    }
}
