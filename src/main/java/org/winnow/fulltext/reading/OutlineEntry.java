package org.winnow.fulltext.reading;

import java.util.List;

/**
 * An entry of a PDF's own table of contents.
 *
 * @param page from 1; 0 where it leads nowhere
 * @param y of the place on that page in points from its top
 */
public record OutlineEntry(String title, int page, float y, List<OutlineEntry> below) {
    public OutlineEntry {
        below = List.copyOf(below);
    }
}
