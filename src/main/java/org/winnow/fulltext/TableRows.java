package org.winnow.fulltext;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.winnow.fulltext.layout.Box;
import org.winnow.fulltext.layout.Line;
import org.winnow.fulltext.layout.Word;

/**
 * Lines beside each other as rows of cells: a wide gap parts two cells, and cells above each other are a column.
 *
 * @param rows with as many cells each
 */
record TableRows(List<Row> rows) {
    /** A gap of more than this share of the type's size parts two cells; justified prose has narrower ones. */
    private static final float GAP = 0.9f;

    /** Prose is one cell of so many words. */
    private static final int PROSE_WORDS = 8;

    private static final int FEWEST_ROWS = 2;
    private static final Pattern NUMBERS = Pattern.compile("(?=.*\\d)(?:\\P{L}|\\bto\\b|\\bNA\\b)+");

    /** A line that goes on is no further below than this share of the type's size. */
    private static final float CLOSE = 0.6f;
    /** Of all rows so many have two cells at least. */
    private static final double TABULAR = 0.5;

    /**
     * A row.
     *
     * @param cells from left to right
     */
    record Row(List<String> cells, List<Line> lines) {}

    /** Words without a wide gap between them. */
    record Cell(List<Word> words) {
        Cell {
            words = List.copyOf(words);
        }

        String text() {
            return words.stream().map(Word::text).collect(Collectors.joining(" "));
        }

        Box box() {
            return words.stream().map(Word::box).reduce(Box::with).orElseThrow();
        }
    }

    private record Column(float left, float right) {
        float overlap(Box box) {
            return Math.min(right, box.right()) - Math.max(left, box.x());
        }

        Column with(Box box) {
            return new Column(Math.min(left, box.x()), Math.max(right, box.right()));
        }
    }

    /** All lines of all rows. */
    List<Line> lines() {
        return rows.stream().flatMap(row -> row.lines().stream()).toList();
    }

    /** @param sorted by their upper edges */
    static List<List<Line>> beside(List<Line> sorted) {
        List<List<Line>> rows = new ArrayList<>();
        for (Line line : sorted) {
            Line first = rows.isEmpty() ? null : rows.getLast().getFirst();
            if (first != null
                    && first.box().overlapDown(line.box())
                            > 0.5f * Math.min(first.box().height(), line.box().height())) {
                rows.getLast().add(line);
            } else {
                rows.add(new ArrayList<>(List.of(line)));
            }
        }
        return rows;
    }

    static List<Cell> cells(Line line) {
        return cells(List.of(line));
    }

    static List<Cell> cells(List<Line> row) {
        List<Cell> cells = new ArrayList<>();
        List<Word> open = new ArrayList<>();
        for (Word word : Tables.words(row)) {
            if (!open.isEmpty()
                    && word.box().x() - open.getLast().box().right()
                            > GAP * Math.max(word.size(), open.getLast().size())) {
                cells.add(new Cell(open));
                open.clear();
            }
            open.add(word);
        }
        if (!open.isEmpty()) {
            cells.add(new Cell(open));
        }
        return cells;
    }

    static boolean prose(List<Line> row) {
        return Tables.words(row).size() >= PROSE_WORDS && cells(row).size() == 1;
    }

    /** The table that these rows make; empty where they have no columns. */
    static Optional<TableRows> of(List<List<Line>> rows) {
        long tabular = rows.stream().filter(row -> cells(row).size() > 1).count();
        if (tabular < FEWEST_ROWS || tabular < TABULAR * rows.size()) {
            return Optional.empty();
        }
        List<Column> columns = columns(rows);
        if (columns.size() < 2) {
            return Optional.empty();
        }
        List<Row> made = new ArrayList<>();
        Box before = null;
        for (List<Line> row : trimmed(rows, columns)) {
            String[] cells = placed(row, columns);
            Box box = row.stream().map(Line::box).reduce(Box::with).orElseThrow();
            if (before != null && goesOn(cells, box, before, row.getFirst().size())) {
                made.add(joined(made.removeLast(), cells, row));
            } else {
                made.add(new Row(List.of(cells), List.copyOf(row)));
            }
            before = box;
        }
        return made.size() < FEWEST_ROWS ? Optional.empty() : Optional.of(new TableRows(made));
    }

    /** Narrow cells make the columns; one that goes across several is a heading over them. */
    private static List<Column> columns(List<List<Line>> rows) {
        List<Cell> cells = rows.stream()
                .map(TableRows::cells)
                .filter(row -> row.size() > 1)
                .flatMap(List::stream)
                .sorted(Comparator.comparingDouble(cell -> cell.box().width()))
                .toList();
        List<Column> columns = new ArrayList<>();
        for (Cell cell : cells) {
            List<Column> touched =
                    columns.stream().filter(c -> c.overlap(cell.box()) > 0).toList();
            if (touched.isEmpty()) {
                columns.add(new Column(cell.box().x(), cell.box().right()));
            } else if (touched.size() == 1) {
                columns.set(
                        columns.indexOf(touched.getFirst()), touched.getFirst().with(cell.box()));
            }
        }
        columns.sort(Comparator.comparingDouble(Column::left));
        return neverTogether(columns, rows);
    }

    /** Numbers that stand to the right below words that stand to the left are one column. */
    private static List<Column> neverTogether(List<Column> columns, List<List<Line>> rows) {
        List<Column> merged = new ArrayList<>(columns);
        for (int i = 0; i + 1 < merged.size(); ) {
            Column left = merged.get(i);
            Column right = merged.get(i + 1);
            boolean together = rows.stream()
                    .map(TableRows::cells)
                    .anyMatch(row -> row.stream()
                                    .anyMatch(c -> left.overlap(c.box()) > 0 && right.overlap(c.box()) <= 0)
                            && row.stream().anyMatch(c -> right.overlap(c.box()) > 0 && left.overlap(c.box()) <= 0));
            if (together) {
                i++;
            } else {
                merged.set(i, new Column(left.left(), Math.max(left.right(), right.right())));
                merged.remove(i + 1);
            }
        }
        return merged;
    }

    private static String[] placed(List<Line> row, List<Column> columns) {
        String[] cells = new String[columns.size()];
        Arrays.fill(cells, "");
        for (Cell cell : cells(row)) {
            for (Cell part : parted(cell, columns)) {
                int best = best(part.box(), columns);
                cells[best] = (cells[best] + " " + part.text()).strip();
            }
        }
        return cells;
    }

    private static int best(Box box, List<Column> columns) {
        int best = 0;
        for (int c = 1; c < columns.size(); c++) {
            if (columns.get(c).overlap(box) > Math.max(0, columns.get(best).overlap(box))) {
                best = c;
            }
        }
        return best;
    }

    /** Numbers of two columns may stand as close as words; words across several columns are one heading. */
    private static List<Cell> parted(Cell cell, List<Column> columns) {
        Map<Integer, List<Word>> byColumn = new TreeMap<>();
        cell.words().forEach(word -> byColumn.computeIfAbsent(best(word.box(), columns), c -> new ArrayList<>())
                .add(word));
        List<Cell> parts = byColumn.values().stream().map(Cell::new).toList();
        return parts.stream().allMatch(part -> NUMBERS.matcher(part.text()).matches()) ? parts : List.of(cell);
    }

    /** A line close below another, with nothing in the first column and words that begin no sentence, goes on with it. */
    private static boolean goesOn(String[] cells, Box box, Box before, float size) {
        List<String> filled = Arrays.stream(cells).filter(c -> !c.isEmpty()).toList();
        return cells[0].isEmpty()
                && box.y() - before.bottom() < CLOSE * size
                && (filled.size() * 2 <= cells.length
                        || filled.stream().anyMatch(c -> Character.isLowerCase(c.codePointAt(0))));
    }

    /** Behind the last row of several cells stand notes, unless it is the end of a cell that is not the first. */
    private static List<List<Line>> trimmed(List<List<Line>> rows, List<Column> columns) {
        int end = rows.size();
        while (end > 0 && cells(rows.get(end - 1)).size() < 2) {
            end--;
        }
        while (end < rows.size() && ends(rows.get(end), rows.get(end - 1), columns)) {
            end++;
        }
        return rows.subList(0, end);
    }

    private static boolean ends(List<Line> row, List<Line> before, List<Column> columns) {
        Line line = row.getFirst();
        return columns.getFirst().overlap(line.box()) <= 0
                && line.box().y() - before.getFirst().box().bottom() < CLOSE * line.size();
    }

    private static Row joined(Row row, String[] more, List<Line> lines) {
        List<String> cells = new ArrayList<>(row.cells());
        for (int i = 0; i < more.length; i++) {
            cells.set(i, (cells.get(i) + " " + more[i]).strip());
        }
        List<Line> all = new ArrayList<>(row.lines());
        all.addAll(lines);
        return new Row(cells, all);
    }
}
