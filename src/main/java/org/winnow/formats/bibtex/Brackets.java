package org.winnow.formats.bibtex;

/** Finds the bracket that closes an entry: braces nest, quotation marks hide what is between them. */
final class Brackets {
    private final boolean braces;
    private final boolean quotes;
    private int depth = 1;
    private int assignments;
    private boolean quoted;
    private boolean valueNext;
    private boolean escaped;

    /**
     * @param braces whether the entry is opened by a brace rather than a round bracket
     * @param quotes whether quotation marks mean anything
     */
    Brackets(boolean braces, boolean quotes) {
        this.braces = braces;
        this.quotes = quotes;
    }

    /** Goes on from {@code from}; gives the place of the closing bracket, or -1 when it is not before {@code to}. */
    int close(char[] b, int from, int to) {
        escaped = false;
        for (int i = from; i < to; i++) {
            char c = b[i];
            if (escaped) {
                escaped = false;
            } else if (c == '\\') {
                escaped = true;
            } else if (quoted) {
                inQuotes(b, i, to);
            } else if (outside(c)) {
                return i;
            }
        }
        return -1;
    }

    /** Number of equals signs on the level of fields. */
    int assignments() {
        return assignments;
    }

    /** Takes one character outside quotation marks; true when it closes the entry. */
    private boolean outside(char c) {
        boolean fields = depth == 1;
        if (c == '{') {
            depth++;
        } else if (c == '}') {
            depth--;
        } else if (fields && c == '=') {
            assignments++;
            valueNext = true;
            return false;
        } else if (fields && quotes && c == '"' && valueNext) {
            quoted = true;
        } else if (fields && !braces && c == ')') {
            return true;
        }
        valueNext = fields && (c == '#' || valueNext && c <= ' ');
        return braces && depth == 0;
    }

    private void inQuotes(char[] b, int i, int to) {
        if (b[i] == '{') {
            depth++;
        } else if (b[i] == '}') {
            depth = Math.max(1, depth - 1);
        } else if (b[i] == '"' && depth == 1 && ends(b, i + 1, to)) {
            quoted = false;
            valueNext = false;
        }
    }

    /** Whether what follows a quotation mark is what follows a value. */
    private static boolean ends(char[] b, int from, int to) {
        int i = from;
        while (i < to && b[i] <= ' ') {
            i++;
        }
        return i >= to || b[i] == ',' || b[i] == '}' || b[i] == ')' || b[i] == '#';
    }
}
