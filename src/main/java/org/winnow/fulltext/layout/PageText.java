package org.winnow.fulltext.layout;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One page in reading order.
 *
 * @param page from 1
 * @param width in points, seen so that most of its text is upright
 * @param height in points, seen so that most of its text is upright
 * @param direction in which most of its text runs on the sheet as it is stored, in degrees against the clock
 * @param lines in reading order, column after column
 * @param aside what runs in another direction, such as a stamp along the edge
 * @param pictured whether pictures cover the page, as they do where it was scanned
 */
public record PageText(
        int page, float width, float height, int direction, List<Line> lines, String aside, boolean pictured) {
    public PageText {
        lines = List.copyOf(lines);
    }

    /** Its lines, joined by line feeds. */
    public String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    public PageText withLines(List<Line> others) {
        return new PageText(page, width, height, direction, others, aside, pictured);
    }
}
