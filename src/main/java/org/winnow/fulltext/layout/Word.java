package org.winnow.fulltext.layout;

/**
 * One word as it stands on the page.
 *
 * @param baseline where its letters stand, in points from the top
 * @param size of its type in points
 * @param face the name of its font, empty where it has none
 * @param edges where each of its letters begins
 */
public record Word(String text, Box box, float baseline, float size, boolean bold, String face, Edges edges) {}
