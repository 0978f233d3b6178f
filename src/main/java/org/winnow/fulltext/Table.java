package org.winnow.fulltext;

import java.util.List;
import java.util.Locale;
import org.winnow.fulltext.layout.Line;
import org.winnow.model.PageSpan;

/**
 * A table of an article as rows and cells.
 *
 * @param label as printed, such as {@code Table 2}
 * @param caption what follows the label
 * @param page from 1
 * @param place of label and caption in the text of the page
 * @param rows the heading row first; all with as many cells, of which some may be empty
 * @param lines that it takes up, label and caption among them
 */
public record Table(String label, String caption, int page, List<PageSpan> place, List<Row> rows, List<Line> lines) {
    /**
     * A row.
     *
     * @param cells from left to right, each on one line
     * @param spans where it stands in the text of the page, in reading order
     */
    public record Row(List<String> cells, List<PageSpan> spans) {
        public Row {
            cells = List.copyOf(cells);
            spans = List.copyOf(spans);
        }
    }

    /** Whether a label is that of a table rather than a figure. */
    public static boolean labels(String label) {
        return label.toLowerCase(Locale.ROOT).matches("(supplementary )?tab(le|elle|leau|la|ella|ela)\\b.*");
    }

    public Table {
        place = List.copyOf(place);
        rows = List.copyOf(rows);
        lines = List.copyOf(lines);
    }
}
