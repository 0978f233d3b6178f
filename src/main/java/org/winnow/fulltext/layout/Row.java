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
    /** Times the size of type at which two texts beside each other are not one line. */
    private static final float MUCH = 1.5f;
    /** Letters that a text has at least; less is a mark, or the number of a note. */
    private static final int TEXT = 4;

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

    /** One line, from left to right; what is set much smaller beside a title is a line of its own. */
    List<Line> lines() {
        List<List<Line>> alike = new ArrayList<>();
        fragments.stream()
                .sorted(Comparator.comparingDouble(line -> line.box().x()))
                .forEach(line -> alike.stream()
                        .filter(others -> alike(others.get(0), line))
                        .findFirst()
                        .orElseGet(() -> {
                            alike.add(new ArrayList<>());
                            return alike.getLast();
                        })
                        .add(line));
        return alike.stream().map(this::joined).toList();
    }

    private Line joined(List<Line> pieces) {
        return new Line(
                page, pieces.stream().flatMap(line -> line.words().stream()).toList());
    }

    private static boolean alike(Line first, Line other) {
        float small = Math.min(first.size(), other.size());
        boolean text = Math.min(first.text().length(), other.text().length()) >= TEXT;
        return !text || Math.max(first.size(), other.size()) < MUCH * small;
    }

    private static boolean beside(Line first, Line other) {
        Box a = band(first);
        Box b = band(other);
        return a.overlapDown(b) > 0.5f * Math.min(a.height(), b.height());
    }

    /** Where the words of a line's own size stand: an ornament before a heading reaches into the lines around it. */
    private static Box band(Line line) {
        return line.words().stream()
                .filter(word -> word.size() <= 1.2f * line.size())
                .map(Word::box)
                .reduce(Box::with)
                .orElse(line.box());
    }
}
