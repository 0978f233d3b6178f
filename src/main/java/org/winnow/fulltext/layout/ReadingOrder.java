package org.winnow.fulltext.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Brings the words of a page into the order in which people read them: down the first column, then the next; what
 * stands across the columns (a title, a wide figure's caption) divides the page into bands that are read one after
 * another, and may have columns of its own, as the abstract beside its key words has.
 */
final class ReadingOrder {
    /** A gap of more than this share of the type's size may be the one between two columns. */
    private static final float WIDE = 0.75f;

    private static final float SAME_BASELINE = 0.4f;
    /** Rows between two that go across the columns that may belong to them. */
    private static final int ROWS_BETWEEN = 2;

    /** Rows of columns that text has at least; fewer above the abstract are names, or the heads of boxes. */
    private static final int ROWS_OF_COLUMNS = 3;
    /** The last page on which an article can begin: before it are the covers of repositories. */
    private static final int FRONT = 2;

    /** Rows that can have columns of their own between wide ones. */
    private static final int ROWS_OF_ITS_OWN = 8;

    private ReadingOrder() {}

    static List<Line> of(int page, List<Word> words, float width) {
        return ordered(page, fragments(page, words), width);
    }

    private static List<Line> ordered(int page, List<Line> fragments, float width) {
        List<Float> gutters = Gutters.of(fragments, width);
        List<Row> rows = Row.of(page, fragments);
        if (gutters.isEmpty()) {
            return rows.stream().flatMap(row -> row.lines().stream()).toList();
        }
        List<Line> lines = new ArrayList<>();
        boolean front = page <= FRONT;
        for (int i = 0; i < rows.size(); ) {
            int columns = endOfColumns(rows, i, gutters);
            front &= columns < rows.size() && columnsOf(rows.subList(i, columns), gutters) < ROWS_OF_COLUMNS;
            boolean wide = columns == i || front;
            int end = wide ? endOfWide(rows, columns, gutters) : columns;
            List<Row> band = rows.subList(i, end);
            lines.addAll(wide ? wide(page, band, width, end - i < rows.size()) : columnsOf(page, band, gutters));
            i = end;
        }
        return lines;
    }

    /** What goes across the columns of a table can be prose in columns of its own. */
    private static List<Line> wide(int page, List<Row> band, float width, boolean part) {
        List<Line> fragments = Row.fragments(band);
        return part
                        && band.size() >= ROWS_OF_ITS_OWN
                        && !Gutters.of(fragments, width).isEmpty()
                ? ordered(page, fragments, width)
                : Boxes.lines(page, band, width);
    }

    /** Words that follow each other on one baseline without a wide gap, as the page draws them. */
    private static List<Line> fragments(int page, List<Word> words) {
        List<Line> fragments = new ArrayList<>();
        List<Word> open = new ArrayList<>();
        for (Word word : words) {
            if (!open.isEmpty() && !follows(open.get(open.size() - 1), word)) {
                fragments.add(new Line(page, open));
                open.clear();
            }
            open.add(word);
        }
        if (!open.isEmpty()) {
            fragments.add(new Line(page, open));
        }
        fragments.sort(
                Comparator.comparingDouble((Line line) -> line.words().get(0).baseline())
                        .thenComparingDouble(line -> line.box().x()));
        return fragments;
    }

    private static boolean follows(Word before, Word word) {
        float size = Math.max(before.size(), word.size());
        float gap = word.box().x() - before.box().right();
        return Math.abs(before.baseline() - word.baseline()) < SAME_BASELINE * size && gap < WIDE * size && gap > -size;
    }

    private static boolean wide(Row row, List<Float> gutters) {
        return row.fragments().stream().anyMatch(line -> crosses(line, gutters));
    }

    private static boolean crosses(Line line, List<Float> gutters) {
        Box box = line.box();
        return gutters.stream().anyMatch(x -> box.x() < x - 2 && box.right() > x + 2);
    }

    private static long columnsOf(List<Row> rows, List<Float> gutters) {
        return rows.stream().filter(row -> bothSides(row, gutters)).count();
    }

    private static int endOfColumns(List<Row> rows, int from, List<Float> gutters) {
        int end = from;
        while (end < rows.size() && !wide(rows.get(end), gutters)) {
            end++;
        }
        return end;
    }

    /** A few rows that stand to one side of the columns' gutters belong to the wide ones around them. */
    private static int endOfWide(List<Row> rows, int from, List<Float> gutters) {
        int end = from + 1;
        for (int i = end; i < rows.size() && i - end <= ROWS_BETWEEN; i++) {
            if (wide(rows.get(i), gutters)) {
                end = i + 1;
            } else if (bothSides(rows.get(i), gutters)) {
                break;
            }
        }
        return end;
    }

    private static boolean bothSides(Row row, List<Float> gutters) {
        return row.fragments().stream()
                        .mapToInt(line -> column(line, gutters))
                        .distinct()
                        .count()
                > 1;
    }

    private static List<Line> columnsOf(int page, List<Row> band, List<Float> gutters) {
        int small = SmallPrint.begins(band, gutters);
        List<Line> lines = new ArrayList<>(columns(page, Row.fragments(band.subList(0, small)), gutters));
        lines.addAll(columns(page, Row.fragments(band.subList(small, band.size())), gutters));
        return lines;
    }

    private static List<Line> columns(int page, List<Line> band, List<Float> gutters) {
        List<Line> lines = new ArrayList<>();
        for (int column = 0; column <= gutters.size(); column++) {
            int here = column;
            Row.of(
                            page,
                            band.stream()
                                    .filter(line -> column(line, gutters) == here)
                                    .toList())
                    .forEach(row -> lines.addAll(row.lines()));
        }
        return lines;
    }

    /** The column, from 0, in which most of a line stands. */
    static int column(Line line, List<Float> gutters) {
        float middle = line.box().x() + line.box().width() / 2;
        return (int) gutters.stream().filter(x -> x <= middle).count();
    }
}
