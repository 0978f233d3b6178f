package org.winnow.ranking;

import java.util.List;

/**
 * A learner at work on one corpus. It keeps what it learnt, so that each call costs what the labels since the last one
 * make necessary; the scores depend on the labels, on their history only within the learner's tolerance.
 */
public interface Ranker {
    /**
     * A score for every record, the higher the more likely relevant; those of labelled records mean nothing.
     *
     * @throws IllegalArgumentException unless there are labels of both kinds, for a learner that needs them
     */
    double[] scores(Labels labels);

    /** Whether it can order records by these labels. */
    default boolean canRank(Labels labels) {
        return labels.bothKinds();
    }

    /** The words that spoke for and against a record when the scores were last computed, the strongest first. */
    default List<Reason> reasons(int record) {
        return List.of();
    }

    /**
     * @param words one word or two in a row
     * @param weight what they added to the score; negative where they spoke against the record
     */
    record Reason(String words, double weight) {}
}
