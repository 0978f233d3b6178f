package org.winnow.dfllm.dataset;

/**
 * Where an answer comes from.
 *
 * @param record UUID of the report's record, the same in every file of the review
 * @param sha256 of the PDF; empty where the answer is not from the text
 * @param page from 1; 0 where it is no page's
 * @param start of the first character in the text of the page
 * @param end behind the last
 * @param quote the words of the page; empty for the report as a whole
 */
public record Evidence(String record, String sha256, int page, int start, int end, String quote) {
    /** A report as a whole. */
    public static Evidence report(String record) {
        return new Evidence(record, "", 0, 0, 0, "");
    }
}
