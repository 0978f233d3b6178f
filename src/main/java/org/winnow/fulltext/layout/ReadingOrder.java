package org.winnow.fulltext.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Brings the words of a page into the order in which people read them: down the first column, then the next; what
 * stands across the columns (a title, a wide figure's caption) divides the page into bands that are read one after
 * another.
 */
final class ReadingOrder {
    /** A gap of more than this share of the type's size may be the one between two columns. */
    private static final float WIDE = 0.75f;

    private static final float SAME_BASELINE = 0.4f;

    private ReadingOrder() {}

    static List<Line> of(int page, List<Word> words, float width) {
        List<Line> fragments = fragments(page, words);
        List<Float> gutters = Gutters.of(fragments, width);
        List<Line> lines = new ArrayList<>();
        List<Line> band = new ArrayList<>();
        for (Line fragment : byPlace(fragments)) {
            if (crosses(fragment, gutters)) {
                lines.addAll(columns(page, band, gutters));
                band.clear();
                lines.add(fragment);
            } else {
                band.add(fragment);
            }
        }
        lines.addAll(columns(page, band, gutters));
        return merged(page, lines, gutters);
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
        return fragments;
    }

    private static boolean follows(Word before, Word word) {
        float size = Math.max(before.size(), word.size());
        float gap = word.box().x() - before.box().right();
        return Math.abs(before.baseline() - word.baseline()) < SAME_BASELINE * size && gap < WIDE * size && gap > -size;
    }

    private static boolean crosses(Line line, List<Float> gutters) {
        Box box = line.box();
        return gutters.stream().anyMatch(x -> box.x() < x - 2 && box.right() > x + 2);
    }

    private static List<Line> columns(int page, List<Line> band, List<Float> gutters) {
        List<Line> lines = new ArrayList<>();
        for (int column = 0; column <= gutters.size(); column++) {
            float from = column == 0 ? -Float.MAX_VALUE : gutters.get(column - 1);
            float to = column == gutters.size() ? Float.MAX_VALUE : gutters.get(column);
            List<Line> inside = band.stream()
                    .filter(line -> middle(line) >= from && middle(line) < to)
                    .toList();
            lines.addAll(joined(page, byPlace(inside)));
        }
        return lines;
    }

    private static float middle(Line line) {
        return line.box().x() + line.box().width() / 2;
    }

    private static List<Line> byPlace(List<Line> lines) {
        return lines.stream()
                .sorted(Comparator.comparingDouble(ReadingOrder::baseline)
                        .thenComparingDouble(line -> line.box().x()))
                .toList();
    }

    private static double baseline(Line line) {
        return line.words().get(0).baseline();
    }

    /** Fragments of one column that stand on one baseline become one line, from left to right. */
    private static List<Line> joined(int page, List<Line> sorted) {
        List<Line> lines = new ArrayList<>();
        List<Line> row = new ArrayList<>();
        for (Line fragment : sorted) {
            if (!row.isEmpty() && !sameRow(row.get(0), fragment)) {
                lines.add(row(page, row));
                row.clear();
            }
            row.add(fragment);
        }
        if (!row.isEmpty()) {
            lines.add(row(page, row));
        }
        return lines;
    }

    private static boolean sameRow(Line first, Line other) {
        Box a = first.box();
        Box b = other.box();
        return a.overlapDown(b) > 0.5f * Math.min(a.height(), b.height());
    }

    private static Line row(int page, List<Line> fragments) {
        List<Word> words = new ArrayList<>();
        fragments.stream()
                .sorted(Comparator.comparingDouble(line -> line.box().x()))
                .forEach(line -> words.addAll(line.words()));
        return new Line(page, words);
    }

    /** Parts of a line across the columns that the page drew one by one belong together again. */
    private static List<Line> merged(int page, List<Line> lines, List<Float> gutters) {
        List<Line> result = new ArrayList<>();
        for (Line line : lines) {
            Line last = result.isEmpty() ? null : result.get(result.size() - 1);
            if (last != null
                    && !gutters.isEmpty()
                    && crosses(last, gutters)
                    && crosses(line, gutters)
                    && sameRow(last, line)) {
                result.set(result.size() - 1, row(page, List.of(last, line)));
            } else {
                result.add(line);
            }
        }
        return result;
    }
}
