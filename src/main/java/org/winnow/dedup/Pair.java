package org.winnow.dedup;

import org.winnow.model.RecordId;

/**
 * Two records and what the matcher says of them; {@code a} has the lower id.
 *
 * @param score how alike they are, 0 to 1; answers lie in bands: different below 0.3, ask below 0.9, same from there
 * @param why the reasons in words: what agrees, then what does not
 */
public record Pair(RecordId a, RecordId b, Answer answer, double score, String why) {
    /** The pair without its order and reasons. */
    public PairKey key() {
        return new PairKey(a, b);
    }
}
