package org.winnow.dedup;

import org.winnow.model.RecordId;

/** Two different records, whichever is named first: {@code a} is always the one with the lower id. */
public record PairKey(RecordId a, RecordId b) {
    public PairKey {
        if (a.equals(b)) {
            throw new IllegalArgumentException("a pair needs two records, not twice " + a);
        }
        if (a.value() > b.value()) {
            RecordId lower = b;
            b = a;
            a = lower;
        }
    }
}
