package org.winnow.fulltext.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where the list of references begins below the columns of the text: in smaller type, across all columns, so that
 * both columns of the text are read before it.
 */
final class SmallPrint {
    /** Points by which the type differs at least. */
    private static final float DIFFERENCE = 0.9f;
    /** Lines that a column has above and below. */
    private static final int LINES = 2;
    /** Letters of a line of prose. */
    private static final int LETTERS = 20;
    /** White between text and list, in points. */
    private static final float WHITE = 5;

    private SmallPrint() {}

    /**
     * The row from which on a part of a page is set in smaller type.
     *
     * @return the number of rows where there is no such place
     */
    static int begins(List<Row> rows, List<Float> gutters) {
        for (int i = 1; i < rows.size(); i++) {
            if (white(rows, i) && smaller(rows.subList(0, i), rows.subList(i, rows.size()), gutters)) {
                return i;
            }
        }
        return rows.size();
    }

    private static boolean white(List<Row> rows, int at) {
        double bottom = rows.subList(0, at).stream()
                .flatMap(row -> row.fragments().stream())
                .mapToDouble(line -> line.box().bottom())
                .max()
                .orElse(0);
        double top = rows.subList(at, rows.size()).stream()
                .flatMap(row -> row.fragments().stream())
                .mapToDouble(line -> line.box().y())
                .min()
                .orElse(0);
        return top - bottom > WHITE;
    }

    private static boolean smaller(List<Row> above, List<Row> below, List<Float> gutters) {
        List<Float> large = sizes(above, gutters);
        List<Float> small = sizes(below, gutters);
        return large.size() > gutters.size()
                && small.size() > gutters.size()
                && large.stream().min(Float::compare).orElseThrow()
                                - small.stream().max(Float::compare).orElseThrow()
                        > DIFFERENCE;
    }

    /** The size of type of each column that has prose. */
    private static List<Float> sizes(List<Row> rows, List<Float> gutters) {
        Map<Integer, Map<Float, Integer>> columns = new HashMap<>();
        for (Line line : Row.fragments(rows)) {
            if (line.text().length() >= LETTERS) {
                columns.computeIfAbsent(ReadingOrder.column(line, gutters), column -> new HashMap<>())
                        .merge(line.size(), 1, Integer::sum);
            }
        }
        List<Float> sizes = new ArrayList<>();
        for (Map<Float, Integer> lines : columns.values()) {
            lines.entrySet().stream()
                    .filter(size -> size.getValue() >= LINES)
                    .max(Map.Entry.comparingByValue())
                    .ifPresent(size -> sizes.add(size.getKey()));
        }
        return sizes;
    }
}
