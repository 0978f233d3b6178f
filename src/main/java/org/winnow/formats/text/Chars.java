package org.winnow.formats.text;

/** Trims and joins, with the blanks that real files hold: no-break spaces, zero-width ones, stray byte order marks. */
public final class Chars {
    private Chars() {}

    /** Whether a character is white space or invisible. */
    public static boolean blank(char c) {
        if (c <= ' ') {
            return true;
        }
        return c >= 0x7F && (c <= 0xA0 || c == 0xFEFF || c >= 0x2000 && c <= 0x200B || c == 0x3000);
    }

    /** The first place from {@code from} on that is not blank, or {@code to}. */
    public static int skip(char[] b, int from, int to) {
        int i = from;
        while (i < to && blank(b[i])) {
            i++;
        }
        return i;
    }

    /** The text between two places without blanks around it. */
    public static String trimmed(char[] b, int from, int to) {
        int s = skip(b, from, to);
        int e = to;
        while (e > s && blank(b[e - 1])) {
            e--;
        }
        return s == e ? "" : new String(b, s, e - s);
    }

    /** The text without blanks around it. */
    public static String trimmed(String text) {
        int s = 0;
        int e = text.length();
        while (s < e && blank(text.charAt(s))) {
            s++;
        }
        while (e > s && blank(text.charAt(e - 1))) {
            e--;
        }
        return text.substring(s, e);
    }

    /** One line: every line break, with the blanks around it, becomes one blank. */
    public static String oneLine(String text) {
        if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (String line : text.split("[\\r\\n]+")) {
            String t = trimmed(line);
            if (!t.isEmpty()) {
                out.append(out.isEmpty() ? "" : " ").append(t);
            }
        }
        return out.toString();
    }

    /**
     * What goes between a line and the unmarked line that follows it: a line break where the first looks like a
     * paragraph of its own, else the blank at which it was wrapped.
     */
    public static char joint(CharSequence before, int lastLineLength) {
        boolean sentence = !before.isEmpty() && ".:;!?".indexOf(before.charAt(before.length() - 1)) >= 0;
        return sentence || lastLineLength > 100 ? '\n' : ' ';
    }

    /** At most a few thousand characters, for a report. */
    public static String excerpt(String text) {
        return text.length() <= 2000 ? text : text.substring(0, 2000) + " …";
    }
}
