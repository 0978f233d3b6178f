package org.winnow.ranking;

import java.util.List;
import org.winnow.embedding.Embedding;
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

    /**
     * Computes the features of these records, long for many of them.
     *
     * @param embedding gives the meanings of texts to a model that asks for them
     */
    Prepared prepare(List<Document> records, Embedding embedding, Progress progress);

    /** The features of some records, which serve any number of rankers. */
    interface Prepared {
        /** A ranker that knows nothing yet. */
        Ranker ranker();
    }
}
