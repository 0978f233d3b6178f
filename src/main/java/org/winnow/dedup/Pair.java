package org.winnow.dedup;

import org.winnow.model.RecordId;

/**
 * Two records and what the matcher says of them; {@code a} has the lower id.
 *
 * @param score the probability that they are the same report, 0 to 1
 * @param why the reasons in words: what agrees, then what does not
 */
public record Pair(RecordId a, RecordId b, Answer answer, double score, String why) {
    /** The pair without its order and reasons. */
    public PairKey key() {
        return new PairKey(a, b);
    }
}
