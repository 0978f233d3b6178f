package org.winnow.model;

/** Which reviewer, within one review file. */
public record ReviewerId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
