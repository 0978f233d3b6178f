package org.winnow.formats.bibtex;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.formats.text.Intake;
import org.winnow.formats.text.Lines;

/**
 * Cuts a file into its entries without understanding them: counts braces, so that a file of any length is read entry by
 * entry and a broken one costs itself only.
 */
final class BibScanner {
    /** Where an entry begins, its type and the bracket after it; comments and line breaks may stand between. */
    private static final Pattern START = Pattern.compile("@\\s*([A-Za-z][A-Za-z_-]*)\\s*([{(])");

    /** The beginning of an entry at the start of a line, which within an entry says that this one was not closed. */
    private static final Pattern NEXT =
            Pattern.compile("\\s*@[A-Za-z]+\\s*[{(]\\s*[^\\s=,{}\"#%]+\\s*,.*", Pattern.DOTALL);

    private static final Pattern ALONE = Pattern.compile("@\\s*[A-Za-z]*\\s*");
    private static final int LINES_TO_BRACKET = 6;

    private final Lines lines;
    private final Intake intake;
    private String type = "";
    private String text = "";
    private String raw = "";
    private long line;
    private int assignments;
    private boolean closed;
    private int resume = -1;
    private boolean again;

    BibScanner(Lines lines, Intake intake) {
        this.lines = lines;
        this.intake = intake;
    }

    /** Goes to the next entry, whatever its type; false when there is none. */
    boolean next() throws IOException {
        lines.unmark();
        while (resume >= 0 || again || advance()) {
            again = false;
            int from = resume >= 0 ? resume : lines.start();
            resume = -1;
            int at = at(from);
            if (at >= 0 && entry(at)) {
                return true;
            }
        }
        return false;
    }

    /** In lower case. */
    String type() {
        return type;
    }

    /** From the at sign to the closing bracket, or to where the next entry begins. */
    String text() {
        return text;
    }

    /** The entry as it stands in the file, from the start of its first line where nothing else is before it. */
    String raw() {
        return raw;
    }

    long line() {
        return line;
    }

    /** Number of equals signs that give a field its value. */
    int assignments() {
        return assignments;
    }

    /** Whether its closing bracket was found. */
    boolean closed() {
        return closed;
    }

    private boolean advance() throws IOException {
        boolean more = lines.next();
        if (more) {
            intake.inspect(lines, true);
        }
        return more;
    }

    private int at(int from) {
        for (int i = from; i < lines.end(); i++) {
            if (lines.buffer()[i] == '@') {
                return i;
            }
        }
        return -1;
    }

    /** Reads the entry that may begin at {@code at}; false when nothing begins there. */
    private boolean entry(int at) throws IOException {
        lines.mark();
        line = lines.number();
        int offset = at - lines.start();
        String rest = new String(lines.buffer(), at, lines.end() - at);
        Matcher m = START.matcher(rest);
        int body = m.lookingAt() ? m.end() : -1;
        if (body >= 0) {
            type = m.group(1).toLowerCase(Locale.ROOT);
            return body(offset, lines.start() + offset + body, m.group(2).charAt(0) == '{');
        }
        if (ALONE.matcher(rest).matches()) {
            return splitStart(offset, rest);
        }
        resume = at + 1;
        return false;
    }

    /** An at sign, the type and the bracket on different lines, with comments between. */
    private boolean splitStart(int offset, String first) throws IOException {
        StringBuilder start = new StringBuilder(first);
        for (int i = 0; i < LINES_TO_BRACKET && advance(); i++) {
            String more = new String(lines.buffer(), lines.start(), lines.end() - lines.start());
            int comment = more.indexOf('%');
            int before = start.length() + 1;
            start.append(' ').append(comment < 0 ? more : more.substring(0, comment));
            Matcher m = START.matcher(start);
            if (m.lookingAt()) {
                type = m.group(1).toLowerCase(Locale.ROOT);
                return body(offset, lines.start() + m.end() - before, m.group(2).charAt(0) == '{');
            }
            if (!ALONE.matcher(start).matches()) {
                again = true;
                return false;
            }
        }
        return false;
    }

    /** Finds the closing bracket from {@code from} on, a place in the current line. */
    private boolean body(int offset, int from, boolean braces) throws IOException {
        boolean comment = type.equals("comment");
        Brackets brackets = new Brackets(braces, !comment);
        int i = from;
        while (true) {
            int end = brackets.close(lines.buffer(), i, lines.end());
            if (end >= 0) {
                return found(offset, end + 1, brackets.assignments(), true);
            }
            int length = lines.end() - lines.markAt();
            if (!advance()) {
                return unclosed(offset, length, brackets.assignments(), comment);
            }
            if (!comment && nextBegins()) {
                again = true;
                return found(offset, lines.markAt() + length, brackets.assignments(), false);
            }
            if (!lines.marked()) {
                intake.reject(
                        line, "The entry is longer than can be held; it was left out. Check that it is closed.", "");
                return false;
            }
            i = lines.start();
        }
    }

    private boolean nextBegins() {
        int i = lines.start();
        while (i < lines.end() && lines.buffer()[i] <= ' ') {
            i++;
        }
        return i < lines.end()
                && lines.buffer()[i] == '@'
                && NEXT.matcher(new String(lines.buffer(), i, Math.min(lines.end() - i, 300)))
                        .matches();
    }

    /** At the end of the file: a comment costs its line only, an entry is what there is of it. */
    private boolean unclosed(int offset, int length, int found, boolean comment) throws IOException {
        if (comment && lines.marked()) {
            lines.rewind();
            advance();
            lines.unmark();
            return false;
        }
        return lines.marked() && found(offset, lines.markAt() + length, found, false);
    }

    private boolean found(int offset, int end, int equals, boolean whole) {
        if (!lines.marked()) {
            return false;
        }
        String held = lines.held(end - lines.markAt());
        text = held.substring(offset);
        raw = held.substring(0, offset).isBlank() ? held : text;
        assignments = equals;
        closed = whole;
        resume = whole ? end : -1;
        return true;
    }
}
