package org.winnow.fulltext.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders what stands across the columns of a page. Where it has columns of its own for a while, one of them of running
 * text, such as an abstract beside the history of the article, these are read one after the other.
 */
final class Boxes {
    /** Places at which a column may end: every four points of a usual page. */
    private static final int PLACES = 105;
    /** A page has less than a hundred; more are no text. */
    private static final int MOST_ROWS = 500;
    /** Pieces of lines that either column has at least. */
    private static final int LINES = 4;
    /** Letters that such a piece has at least; less is a number. */
    private static final int LETTERS = 6;
    /** The width of running text as a share of the page's: a cell of a table is narrower. */
    private static final float PROSE = 0.45f;

    /** Rows from one to before another that have white at {@code x}. */
    private record Cut(float x, int from, int to, int lines) {}

    private Boxes() {}

    static List<Line> lines(int page, List<Row> rows, float width) {
        Cut cut = best(rows, width);
        if (cut == null) {
            return rows.stream().flatMap(row -> row.lines().stream()).toList();
        }
        List<Line> lines = new ArrayList<>(lines(page, rows.subList(0, cut.from()), width));
        List<Line> inside = Row.fragments(rows.subList(cut.from(), cut.to()));
        for (boolean left : List.of(true, false)) {
            Row.of(
                            page,
                            inside.stream()
                                    .filter(line -> line.box().x() < cut.x() == left)
                                    .toList())
                    .forEach(row -> lines.addAll(row.lines()));
        }
        lines.addAll(lines(page, rows.subList(cut.to(), rows.size()), width));
        return lines;
    }

    private static @Nullable Cut best(List<Row> rows, float width) {
        Cut best = null;
        int places = rows.size() < LINES || rows.size() > MOST_ROWS ? 0 : PLACES;
        for (int i = 0; i < places; i++) {
            float x = width * (0.15f + 0.7f * i / PLACES);
            int from = 0;
            for (int to = 0; to <= rows.size(); to++) {
                if (to == rows.size() || crossed(rows.get(to), x)) {
                    Cut cut = cut(rows, x, from, to, width);
                    best = cut != null && (best == null || cut.lines() > best.lines()) ? cut : best;
                    from = to + 1;
                }
            }
        }
        return best;
    }

    private static @Nullable Cut cut(List<Row> rows, float x, int from, int to, float width) {
        int left = 0;
        int right = 0;
        int prose = 0;
        for (Line line : to - from < LINES ? List.<Line>of() : Row.fragments(rows.subList(from, to))) {
            if (line.text().length() >= LETTERS) {
                left += line.box().x() < x ? 1 : 0;
                right += line.box().x() < x ? 0 : 1;
                prose += line.box().width() > PROSE * width ? 1 : 0;
            }
        }
        int shorter = Math.min(left, right);
        return shorter < LINES || prose < LINES ? null : new Cut(x, from, to, shorter);
    }

    private static boolean crossed(Row row, float x) {
        return row.fragments().stream().anyMatch(line -> Walls.crosses(line, x));
    }
}
