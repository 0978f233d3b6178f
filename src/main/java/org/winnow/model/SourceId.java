package org.winnow.model;

/** Which source, within one review file. */
public record SourceId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
