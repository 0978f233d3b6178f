package org.winnow.formats.text;

import java.io.IOException;

/**
 * The lines of a text, ended by LF, CRLF or CR, seen in place without copying. A run of lines can be held by
 * {@link #mark}, to be read again or taken as it stood. Memory is bounded: of a line beyond {@value #MAX_LINE}
 * characters the rest is passed over, and a run beyond {@value #MAX_HELD} is let go.
 */
public final class Lines {
    /** Characters of one line that are kept. */
    public static final int MAX_LINE = 1 << 22;

    static final int MAX_HELD = 1 << 24;

    private static final int NONE = -1;

    private final TextInput in;
    private char[] buffer = new char[1 << 16];
    private int limit;
    private int start;
    private int end;
    private int next;
    private int mark = NONE;
    private long markNumber;
    private long number;
    private long base;
    private int scan;
    private boolean cut;
    private boolean zeros;
    private boolean flawed;

    public Lines(TextInput in) {
        this.in = in;
    }

    /** Goes to the next line; false when there is none. */
    public boolean next() throws IOException {
        start = next;
        scan = next;
        cut = false;
        zeros = false;
        while (!scanned()) {
            if (scan - start >= MAX_LINE) {
                cut = true;
                passOver(start + MAX_LINE);
            }
            if (!fill() && scan >= limit) {
                return lastLine();
            }
        }
        return endAt(scan);
    }

    /** The characters; only those from {@link #start} to {@link #end}, or from the mark, mean anything. */
    public char[] buffer() {
        return buffer;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /** Number of the current line, from 1. */
    public long number() {
        return number;
    }

    /** Whether the rest of this line was passed over because the line is too long. */
    public boolean cut() {
        return cut;
    }

    /** Whether NUL characters in this line were made blanks. */
    public boolean zeros() {
        return zeros;
    }

    /** Whether bytes in this line did not fit the coding of the file. */
    public boolean flawed() {
        return flawed;
    }

    /** Holds the text from the start of the current line on. */
    public void mark() {
        mark = start;
        markNumber = number;
    }

    public void unmark() {
        mark = NONE;
    }

    /** Whether the mark still stands; it falls when too much text has gone by. */
    public boolean marked() {
        return mark != NONE;
    }

    /** Where the mark is in {@link #buffer}. */
    public int markAt() {
        return mark;
    }

    /** The text of a given length from the mark on, empty when the mark has fallen. */
    public String held(int length) {
        return mark == NONE ? "" : new String(buffer, mark, length);
    }

    /** Goes back so that {@link #next} gives the marked line again. */
    public void rewind() {
        next = mark;
        number = markNumber - 1;
    }

    private boolean scanned() {
        char[] b = buffer;
        int n = limit;
        int i = scan;
        while (i < n) {
            char c = b[i];
            if (c <= '\r') {
                if (c == '\n' || c == '\r') {
                    scan = i;
                    return true;
                }
                if (c == 0) {
                    b[i] = ' ';
                    zeros = true;
                }
            }
            i++;
        }
        scan = i;
        return false;
    }

    /** Drops characters from {@code from} on until the line ends. */
    private void passOver(int from) throws IOException {
        int keep = from - start;
        while (true) {
            int i = start + keep;
            while (i < limit && buffer[i] != '\n' && buffer[i] != '\r') {
                i++;
            }
            int gone = i - (start + keep);
            System.arraycopy(buffer, i, buffer, start + keep, limit - i);
            limit -= gone;
            base += gone;
            scan = start + keep;
            if (scan < limit || !fill()) {
                return;
            }
        }
    }

    private boolean endAt(int at) throws IOException {
        scan = at;
        if (buffer[at] == '\r' && at + 1 == limit) {
            fill();
        }
        end = scan;
        next = buffer[end] == '\r' && end + 1 < limit && buffer[end + 1] == '\n' ? end + 2 : end + 1;
        return counted();
    }

    private boolean lastLine() {
        end = limit;
        next = limit;
        return start < limit && counted();
    }

    private boolean counted() {
        number++;
        flawed = in.flawBefore(base + end);
        return true;
    }

    /** Brings more characters in, moving what is held to the front; false at the end of the text. */
    private boolean fill() throws IOException {
        if (limit == buffer.length) {
            if (mark != NONE && limit - mark >= MAX_HELD) {
                mark = NONE;
            }
            moveToFront(mark == NONE ? start : mark);
        }
        int got = in.read(buffer, limit, buffer.length - limit);
        if (got < 0) {
            return false;
        }
        limit += got;
        return true;
    }

    private void moveToFront(int keep) {
        char[] target = keep > buffer.length / 4 ? buffer : new char[buffer.length * 2];
        System.arraycopy(buffer, keep, target, 0, limit - keep);
        buffer = target;
        limit -= keep;
        start -= keep;
        end -= keep;
        scan -= keep;
        next -= keep;
        base += keep;
        mark = mark == NONE ? NONE : mark - keep;
    }
}
