package org.winnow.ranking;

import java.util.List;
import org.winnow.work.Progress;

/**
 * A learner by name: features, classifier and their parameters, fixed for ever under its version, so that an order can be
 * computed again from the records, the labels and the seed.
 */
public interface Model {
    /** How people and files call it. */
    String name();

    /** Changes whenever the same labels would give another order. */
    String version();

    /** What it is made of, in one line. */
    String description();

    /** Gets ready to rank these records. */
    Ranker on(List<Document> records, long seed, Progress progress);
}
