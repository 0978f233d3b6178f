package org.winnow.fulltext;

import org.winnow.model.PlacedText;

/**
 * A part of an article under one heading.
 *
 * @param heading as printed, without its number; empty for what stands before the first heading
 * @param number as printed ({@code 2.1}), empty where there is none
 * @param page on which the heading stands, from 1
 * @param placed its paragraphs, each on one line, hyphens at line ends mended; and where they stand
 */
public record Section(String heading, String number, int page, PlacedText placed) {
    /** Its paragraphs, each on one line, hyphens at line ends mended. */
    public String text() {
        return placed.text();
    }
}
