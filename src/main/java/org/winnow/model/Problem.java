package org.winnow.model;

/**
 * Something odd in a file from outside that did not stop the rest from going in.
 *
 * @param severity whether a record was lost, mended, or went in with text that looks wrong
 * @param line line in the file, from 1; 0 where the format has no lines
 * @param record position of the record in the file, from 1; 0 where the trouble lies outside any record
 * @param reason what is wrong and what was done or can be done about it, a whole sentence
 * @param raw the text concerned, at most a few thousand characters
 */
public record Problem(Severity severity, long line, long record, String reason, String raw) {
    public enum Severity {
        /** The record did not go in. */
        REJECTED,
        /** The record went in, mended or with something left aside. */
        MENDED,
        /** The record went in as it stands; its text was garbled before it reached the file, which can be put right. */
        GARBLED
    }
}
