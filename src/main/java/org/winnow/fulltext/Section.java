package org.winnow.fulltext;

/**
 * A part of an article under one heading.
 *
 * @param heading as printed, without its number; empty for what stands before the first heading
 * @param number as printed ({@code 2.1}), empty where there is none
 * @param page on which the heading stands, from 1
 * @param text its paragraphs, each on one line, hyphens at line ends mended
 */
public record Section(String heading, String number, int page, String text) {}
