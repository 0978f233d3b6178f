package org.winnow.ranking;

import java.util.Arrays;

/** What is known of each record: relevant, irrelevant, or nothing yet. */
public final class Labels {
    private static final byte UNKNOWN = 0;
    private static final byte RELEVANT = 1;
    private static final byte IRRELEVANT = -1;

    private final byte[] states;
    private int relevant;
    private int irrelevant;

    public Labels(int records) {
        states = new byte[records];
    }

    private Labels(Labels other) {
        states = other.states.clone();
        relevant = other.relevant;
        irrelevant = other.irrelevant;
    }

    /** The same labels, which later changes leave alone. */
    public Labels copy() {
        return new Labels(this);
    }

    public int size() {
        return states.length;
    }

    public void set(int record, boolean isRelevant) {
        clear(record);
        states[record] = isRelevant ? RELEVANT : IRRELEVANT;
        relevant += isRelevant ? 1 : 0;
        irrelevant += isRelevant ? 0 : 1;
    }

    /** Takes a label back. */
    public void clear(int record) {
        relevant -= states[record] == RELEVANT ? 1 : 0;
        irrelevant -= states[record] == IRRELEVANT ? 1 : 0;
        states[record] = UNKNOWN;
    }

    public boolean known(int record) {
        return states[record] != UNKNOWN;
    }

    public boolean relevant(int record) {
        return states[record] == RELEVANT;
    }

    public int relevantCount() {
        return relevant;
    }

    public int irrelevantCount() {
        return irrelevant;
    }

    public int knownCount() {
        return relevant + irrelevant;
    }

    /** Whether there is something to tell apart. */
    public boolean bothKinds() {
        return relevant > 0 && irrelevant > 0;
    }

    /** The records with a label, ascending. */
    public int[] known() {
        int[] all = new int[knownCount()];
        int n = 0;
        for (int i = 0; i < states.length; i++) {
            if (states[i] != UNKNOWN) {
                all[n++] = i;
            }
        }
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels labels && Arrays.equals(states, labels.states);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(states);
    }
}
