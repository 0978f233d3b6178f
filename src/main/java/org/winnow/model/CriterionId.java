package org.winnow.model;

/** Which criterion, within one review file. */
public record CriterionId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
