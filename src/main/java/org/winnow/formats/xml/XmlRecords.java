package org.winnow.formats.xml;

import java.io.IOException;
import java.util.Set;
import org.winnow.formats.text.TextInput;

/**
 * Finds the elements of an XML file that are its records, one by one, as they stand in the file. Only their ends are
 * looked for, so that a damaged record does not spoil the next, a file may end anywhere, and neither a document type nor
 * what it declares is ever acted on. Memory is bounded by the largest record that is let through.
 */
public final class XmlRecords {
    /** Characters of one record that are kept; no real one comes near. */
    static final int MAX_RECORD = 1 << 24;

    /** How a record ended. */
    public enum End {
        /** With its end tag. */
        WHOLE,
        /** Where the next record begins. */
        MISSING,
        /** With the file. */
        CUT_OFF,
        /** Beyond what is kept; its text is empty. */
        TOO_LARGE
    }

    private static final int NONE = -1;
    private static final int LONGEST_TAG = 4096;

    private final TextInput in;
    private final Set<String> names;
    private final Set<String> inner;
    private char[] b = new char[1 << 16];
    private int pos;
    private int limit;
    private int mark = NONE;
    private long line = 1;
    private long recordLine;
    private String text = "";
    private End end = End.WHOLE;
    private boolean tooLarge;
    private long entitiesAt;
    private long gone;
    private boolean flawed;

    /** @param names the elements that are records; none of them contains another */
    public XmlRecords(TextInput in, Set<String> names) {
        this(in, names, Set.of());
    }

    /** @param inner those of the names that may stand within a record, too */
    XmlRecords(TextInput in, Set<String> names, Set<String> inner) {
        this.in = in;
        this.names = names;
        this.inner = inner;
    }

    /** Goes to the next record; false when there is none. */
    public boolean next() throws IOException {
        String name = nextStart();
        if (name.isEmpty()) {
            return false;
        }
        mark = pos;
        recordLine = line;
        tooLarge = false;
        pos++;
        end = empty() ? End.WHOLE : toEnd(name);
        text = tooLarge ? "" : new String(b, mark, pos - mark);
        end = tooLarge ? End.TOO_LARGE : end;
        flawed = in.flawBefore(gone + pos);
        mark = NONE;
        return true;
    }

    /** The record from its start tag to its end tag. */
    public String text() {
        return text;
    }

    /** Number of the line, from 1, on which the record begins. */
    public long line() {
        return recordLine;
    }

    public End end() {
        return end;
    }

    /** Whether bytes in the record, or since the one before it, did not fit the coding of the file. */
    boolean flawed() {
        return flawed;
    }

    /** Number of the line on which the document type declares entities, 0 where it has not been seen to. */
    public long entitiesAt() {
        return entitiesAt;
    }

    /** Goes to the start tag of a record and gives its name; empty at the end of the file. */
    private String nextStart() throws IOException {
        while (toAngle()) {
            if (starts("<!DOCTYPE")) {
                passDocumentType();
            } else if (!passMarkup()) {
                String name = name(1);
                if (names.contains(name)) {
                    return name;
                }
                pos++;
            }
        }
        return "";
    }

    /** Goes behind a start tag that is its end as well; false, and nowhere, where it is not. */
    private boolean empty() throws IOException {
        char quote = 0;
        for (int i = 0; i < LONGEST_TAG && at(i) >= 0; i++) {
            char c = (char) at(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return at(i - 1) == '/' && pass(">");
            }
        }
        return false;
    }

    /** Goes behind the end tag, or to where another record begins. */
    private End toEnd(String name) throws IOException {
        while (toAngle()) {
            if (passMarkup()) {
                continue;
            }
            boolean closing = at(1) == '/';
            String found = name(closing ? 2 : 1);
            if (closing && found.equals(name)) {
                pass(">");
                return End.WHOLE;
            }
            if (!closing && names.contains(found) && !inner.contains(found)) {
                return End.MISSING;
            }
            pos++;
        }
        return End.CUT_OFF;
    }

    /** Goes to the next angle bracket, counting lines. */
    private boolean toAngle() throws IOException {
        while (true) {
            while (pos < limit) {
                char c = b[pos];
                if (c == '<') {
                    return true;
                }
                count(c);
                pos++;
            }
            if (!fill()) {
                return false;
            }
        }
    }

    private void count(char c) throws IOException {
        if (c == '\n' || c == '\r' && at(1) != '\n') {
            line++;
        }
    }

    /** Goes behind a comment, a section of plain text or an instruction; false where none begins. */
    private boolean passMarkup() throws IOException {
        if (at(1) != '!' && at(1) != '?') {
            return false;
        }
        if (starts("<!--")) {
            return pass("-->");
        }
        if (starts("<![CDATA[")) {
            return pass("]]>");
        }
        return starts("<?") && pass("?>");
    }

    private boolean pass(String closing) throws IOException {
        while (at(0) >= 0 && !starts(closing)) {
            count(b[pos]);
            pos++;
        }
        pos = Math.min(limit, pos + closing.length());
        return true;
    }

    /** Goes behind a document type and what it declares within square brackets. */
    private void passDocumentType() throws IOException {
        int brackets = 0;
        char quote = 0;
        for (int c = at(0); c >= 0; c = at(0)) {
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = (char) c;
            } else if (c == '[' || c == ']') {
                brackets += c == '[' ? 1 : -1;
            } else if (c == '<' && entitiesAt == 0 && starts("<!ENTITY")) {
                entitiesAt = line;
            } else if (c == '>' && brackets <= 0) {
                pos++;
                return;
            }
            count((char) c);
            pos++;
        }
    }

    private boolean starts(String wanted) throws IOException {
        for (int i = 0; i < wanted.length(); i++) {
            if (at(i) != wanted.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The name of the tag at the angle bracket, from an offset on. */
    private String name(int from) throws IOException {
        int i = from;
        int c = at(i);
        while (c >= 0 && i < 64 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == ':' || c == '.')) {
            c = at(++i);
        }
        return new String(b, pos + from, i - from);
    }

    /** The character at an offset from the place that is looked at, or -1 behind the end. */
    private int at(int offset) throws IOException {
        while (pos + offset >= limit) {
            if (!fill()) {
                return -1;
            }
        }
        return b[pos + offset];
    }

    private boolean fill() throws IOException {
        if (mark != NONE && pos - mark > MAX_RECORD) {
            tooLarge = true;
            mark = pos;
        }
        if (limit == b.length) {
            int keep = mark == NONE ? pos : mark;
            char[] target = keep > b.length / 4 ? b : new char[b.length * 2];
            System.arraycopy(b, keep, target, 0, limit - keep);
            b = target;
            limit -= keep;
            pos -= keep;
            gone += keep;
            mark = mark == NONE ? NONE : 0;
        }
        int got = in.read(b, limit, b.length - limit);
        limit += Math.max(got, 0);
        return got > 0;
    }
}
