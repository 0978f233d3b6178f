package org.winnow.fulltext;

/**
 * What is written under a figure or over a table.
 *
 * @param label as printed, such as {@code Figure 2} or {@code Table S1}
 * @param text what follows the label
 * @param page from 1
 */
public record Caption(String label, String text, int page) {}
