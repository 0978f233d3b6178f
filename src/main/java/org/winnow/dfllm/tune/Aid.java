package org.winnow.dfllm.tune;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;

/** What a network learns from beside its main objective. */
interface Aid {
    /** What is learnt for it alone, at its start. */
    Map<String, Tensor> start(int width);

    /**
     * What it adds to the loss of a step, weighed.
     *
     * @param pieces its number of pieces of words is added to the first
     */
    NDArray loss(Bert bert, int step, NDManager arrays, int[] pieces);

    /** Identifies its examples and its weight. */
    String hash();
}
