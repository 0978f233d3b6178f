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

    private ReadingOrder() {}

    static List<Line> of(int page, List<Word> words, float width) {
        List<Line> fragments = fragments(page, words);
        List<Float> gutters = Gutters.of(fragments, width);
        List<Row> rows = Row.of(page, fragments);
        if (gutters.isEmpty()) {
            return rows.stream().map(Row::line).toList();
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); ) {
            boolean wide = wide(rows.get(i), gutters);
            int end = wide ? endOfWide(rows, i, gutters) : endOfColumns(rows, i, gutters);
            List<Row> band = rows.subList(i, end);
            lines.addAll(wide ? Boxes.lines(page, band, width) : columns(page, Row.fragments(band), gutters));
            i = end;
        }
        return lines;
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

    private static List<Line> columns(int page, List<Line> band, List<Float> gutters) {
        List<Line> lines = new ArrayList<>();
        for (int column = 0; column <= gutters.size(); column++) {
            int here = column;
            Row.of(
                            page,
                            band.stream()
                                    .filter(line -> column(line, gutters) == here)
                                    .toList())
                    .forEach(row -> lines.add(row.line()));
        }
        return lines;
    }

    private static int column(Line line, List<Float> gutters) {
        float middle = line.box().x() + line.box().width() / 2;
        return (int) gutters.stream().filter(x -> x <= middle).count();
    }
}
