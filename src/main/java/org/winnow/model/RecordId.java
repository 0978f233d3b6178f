package org.winnow.model;

/** Which record, within one review file. */
public record RecordId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
