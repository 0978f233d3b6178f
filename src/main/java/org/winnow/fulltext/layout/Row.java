package org.winnow.fulltext.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Pieces of lines that stand beside each other.
 *
 * @param page from 1
 * @param fragments by their baselines
 */
record Row(int page, List<Line> fragments) {
    Row {
        fragments = List.copyOf(fragments);
    }

    /** @param sorted by their baselines */
    static List<Row> of(int page, List<Line> sorted) {
        List<Row> rows = new ArrayList<>();
        List<Line> open = new ArrayList<>();
        for (Line fragment : sorted) {
            if (!open.isEmpty() && !beside(open.get(0), fragment)) {
                rows.add(new Row(page, open));
                open.clear();
            }
            open.add(fragment);
        }
        if (!open.isEmpty()) {
            rows.add(new Row(page, open));
        }
        return rows;
    }

    static List<Line> fragments(List<Row> rows) {
        return rows.stream().flatMap(row -> row.fragments().stream()).toList();
    }

    /** One line, from left to right. */
    Line line() {
        List<Word> words = new ArrayList<>();
        fragments.stream()
                .sorted(Comparator.comparingDouble(line -> line.box().x()))
                .forEach(line -> words.addAll(line.words()));
        return new Line(page, words);
    }

    private static boolean beside(Line first, Line other) {
        Box a = first.box();
        Box b = other.box();
        return a.overlapDown(b) > 0.5f * Math.min(a.height(), b.height());
    }
}
