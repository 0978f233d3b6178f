package org.winnow.formats.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.winnow.formats.table.RowSource;
import org.winnow.formats.text.Intake;
import org.winnow.formats.text.Lines;

/**
 * The rows of a table (RFC 4180), line breaks within quotes allowed. A quotation mark that is never closed costs its own
 * line only: the reading goes back and takes the mark for text.
 */
public final class CsvRows implements RowSource {
    private static final int LONGEST_CELL = 1 << 20;
    private static final int LONGEST_CELL_WHEN_FAULTY = 1 << 16;
    private static final int FAULTS_BELIEVED = 20;

    private static final String STRAY =
            "A quotation mark stands within a quoted cell without being doubled; it was taken for text.";
    private static final String UNCLOSED =
            "A quotation mark is opened and not closed; it was taken for text and the row was ended with its line.";

    private final Lines lines;
    private final char delimiter;
    private final Intake intake;
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private String fault = "";
    private long line;
    private int length;
    private int faults;
    private boolean spanned;
    private boolean stray;
    private boolean literal;

    public CsvRows(Lines lines, char delimiter, Intake intake) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.intake = intake;
    }

    /**
     * Goes to the next row; false when there is none.
     *
     * @param columns how many cells a row should have, 0 where that is not known yet
     */
    @Override
    public boolean next(int columns) throws IOException {
        if (!advance()) {
            return false;
        }
        lines.mark();
        line = lines.number();
        fault = "";
        literal = false;
        boolean closed = row();
        boolean fits = columns == 0 || cells.size() == columns;
        if (!closed || stray && (spanned || !fits)) {
            faulty(closed && fits, columns);
        } else if (stray) {
            fault = STRAY;
        }
        return true;
    }

    @Override
    public List<String> cells() {
        return cells;
    }

    /** What was wrong with the quotation marks of this row, empty when nothing was. */
    @Override
    public String fault() {
        return fault;
    }

    /** The line on which the row begins, from 1. */
    @Override
    public long line() {
        return line;
    }

    /** The row as it stands in the file. */
    @Override
    public String raw() {
        return lines.held(length);
    }

    /**
     * Reads the row again with its faulty marks as text, its first line only; where that gives too few cells and the
     * first reading fitted, the first reading stands.
     */
    private void faulty(boolean fitted, int columns) throws IOException {
        faults++;
        fault = UNCLOSED;
        if (!lines.marked()) {
            return;
        }
        again(true);
        if (fitted && cells.size() != columns) {
            again(false);
            fault = STRAY;
        }
    }

    private void again(boolean marksAreText) throws IOException {
        lines.rewind();
        lines.next();
        literal = marksAreText;
        row();
    }

    /** Reads one row; false when a quoted cell does not end. */
    private boolean row() throws IOException {
        cells = new ArrayList<>();
        cell.setLength(0);
        spanned = false;
        stray = false;
        int i = lines.start();
        while (true) {
            int quote = opening(i);
            if (quote >= 0) {
                i = quoted(quote);
                if (i < 0) {
                    return false;
                }
            } else {
                i = bare(i);
            }
            cells.add(literal ? withoutLoneMark(cell.toString()) : cell.toString());
            cell.setLength(0);
            if (i >= lines.end()) {
                length = lines.marked() ? lines.end() - lines.markAt() : 0;
                return true;
            }
            i++;
        }
    }

    /** Without the mark that opened the cell, when it is the only one. */
    private static String withoutLoneMark(String text) {
        String t = text.strip();
        return t.startsWith("\"") && t.indexOf('"', 1) < 0 ? t.substring(1) : text;
    }

    /** Where the text of a quoted cell begins, or -1 for a bare cell. */
    private int opening(int from) {
        char[] b = lines.buffer();
        int i = from;
        while (i < lines.end() && b[i] == ' ') {
            i++;
        }
        if (i + 1 < lines.end() && b[i] == '=' && b[i + 1] == '"') {
            i++;
        }
        if (i >= lines.end() || b[i] != '"') {
            return -1;
        }
        return literal && !closesHere(i + 1) ? -1 : i + 1;
    }

    private boolean closesHere(int from) {
        int q = mark(from);
        while (q >= 0 && q + 1 < lines.end() && lines.buffer()[q + 1] == '"') {
            q = mark(q + 2);
        }
        return q >= 0 && ends(q + 1) >= 0;
    }

    /** Reads a bare cell; returns the place of the delimiter or the end of the line. */
    private int bare(int from) {
        char[] b = lines.buffer();
        int i = from;
        while (i < lines.end() && b[i] != delimiter) {
            i++;
        }
        cell.append(b, from, i - from);
        return i;
    }

    /** Reads a quoted cell; returns the place after it, or -1 when it does not end. */
    private int quoted(int from) throws IOException {
        int i = from;
        while (true) {
            int q = mark(i);
            if (q < 0) {
                cell.append(lines.buffer(), i, lines.end() - i).append('\n');
                int longest = faults > FAULTS_BELIEVED ? LONGEST_CELL_WHEN_FAULTY : LONGEST_CELL;
                if (cell.length() > longest || !advance()) {
                    return -1;
                }
                spanned = true;
                i = lines.start();
                continue;
            }
            cell.append(lines.buffer(), i, q - i);
            if (q + 1 < lines.end() && lines.buffer()[q + 1] == '"') {
                cell.append('"');
                i = q + 2;
                continue;
            }
            int after = ends(q + 1);
            if (after >= 0) {
                return after;
            }
            stray = true;
            cell.append('"');
            i = q + 1;
        }
    }

    private int mark(int from) {
        char[] b = lines.buffer();
        for (int i = from; i < lines.end(); i++) {
            if (b[i] == '"') {
                return i;
            }
        }
        return -1;
    }

    /** Where the cell ends if nothing but blanks follows up to the delimiter or the end of the line; else -1. */
    private int ends(int from) {
        char[] b = lines.buffer();
        int i = from;
        while (i < lines.end() && b[i] == ' ' && delimiter != ' ') {
            i++;
        }
        return i >= lines.end() || b[i] == delimiter ? i : -1;
    }

    private boolean advance() throws IOException {
        boolean more = lines.next();
        if (more) {
            intake.inspect(lines, true);
        }
        return more;
    }
}
