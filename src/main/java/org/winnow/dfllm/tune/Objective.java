package org.winnow.dfllm.tune;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;

/** What a network is to get better at. */
interface Objective {
    /**
     * What is learnt beside the network, at its start; computed with the network as it is before tuning.
     *
     * @param watch is told of what is read for it, and may stop it
     */
    Map<String, Tensor> start(Bert untuned, TuneWatch watch);

    /**
     * How wrong the network is about the examples of a step; the same step always has the same examples.
     *
     * @param pieces gets the number of pieces of words that were read
     */
    NDArray loss(Bert bert, int step, NDManager arrays, int[] pieces);

    /** Whether there is anything to validate with. */
    boolean validates();

    /** How the network does on what it does not learn from. */
    Validation validated(Bert bert);

    /**
     * @param loss as in learning
     * @param score from 0 to 1, what the objective is about: average precision of records, or mean reciprocal rank of
     *     passages
     */
    record Validation(double loss, double score) {}

    /** Identifies the examples: the SHA-256 of all of them in hexadecimal. */
    String hash();
}
