package org.winnow.exchange;

/**
 * How much of a file the same source has given this review before: an updated export of the same search.
 *
 * @param source the source that was asked about
 * @param records records in the file that could go in
 * @param known those of them that are in the review already, from this very source
 */
public record Overlap(String source, long records, long known) {
    /** Records that the source has not given before. */
    public long fresh() {
        return records - known;
    }

    /** Whether to ask: most of the file is there already. */
    public boolean mostlyKnown() {
        return known * 2 > records;
    }
}
