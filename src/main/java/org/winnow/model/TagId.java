package org.winnow.model;

/** Which tag, within one review file. */
public record TagId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
