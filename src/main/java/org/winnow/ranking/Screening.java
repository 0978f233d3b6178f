package org.winnow.ranking;

import java.util.BitSet;

/**
 * A finished or unfinished screening as the metrics see it: which records were relevant, in the order in which they were
 * read, among how many. Prior knowledge counts neither as read nor as found.
 *
 * @param records how many there were to read
 * @param relevant how many of them are relevant
 * @param read how many were read
 * @param hits bit k is set where the k-th record read (from 0) was relevant
 */
public record Screening(int records, int relevant, int read, BitSet hits) {
    public Screening {
        if (records < 0 || read < 0 || read > records || relevant < 0 || relevant > records) {
            throw new IllegalArgumentException(
                    read + " read and " + relevant + " relevant do not fit " + records + " records");
        }
        hits = (BitSet) hits.clone();
        if (hits.length() > read || hits.cardinality() > relevant) {
            throw new IllegalArgumentException("more found than read or than there are");
        }
    }

    /** Of a set that was read to its end. */
    public static Screening of(boolean... labels) {
        BitSet hits = new BitSet(labels.length);
        for (int k = 0; k < labels.length; k++) {
            hits.set(k, labels[k]);
        }
        return new Screening(labels.length, hits.cardinality(), labels.length, hits);
    }

    /** How many relevant ones are among the first k read. */
    public int found(int k) {
        return hits.get(0, Math.max(0, Math.min(k, read))).cardinality();
    }

    /** The place, from 1, at which the n-th relevant record was read. */
    public int place(int n) {
        int at = -1;
        for (int i = 0; i < n; i++) {
            at = hits.nextSetBit(at + 1);
            if (at < 0) {
                throw new IllegalArgumentException("fewer than " + n + " were found");
            }
        }
        return at + 1;
    }

    /** The place, from 0, of the first relevant record at or behind a place, or -1. */
    int nextHit(int from) {
        return hits.nextSetBit(from);
    }

    /** The same screening when only the first k records had been read. */
    public Screening until(int k) {
        return k >= read ? this : new Screening(records, relevant, k, hits.get(0, k));
    }

    /** How many irrelevant records were read since the last relevant one. */
    public int irrelevantInARow() {
        return read - 1 - hits.previousSetBit(read);
    }

    @Override
    public BitSet hits() {
        return (BitSet) hits.clone();
    }
}
