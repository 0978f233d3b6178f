package org.winnow.formats.table;

import org.winnow.formats.text.Chars;

/** Takes off what spreadsheets and exports put around a value, and puts on what keeps a spreadsheet from running it. */
public final class Cells {
    private Cells() {}

    /** The value without blanks, without Excel's {@code ="…"} and without the apostrophe that disarms a formula. */
    public static String plain(String cell) {
        String v = Chars.trimmed(cell);
        if (v.length() >= 3 && v.startsWith("=\"") && v.endsWith("\"")) {
            return Chars.trimmed(v.substring(2, v.length() - 1).replace("\"\"", "\""));
        }
        return guarded(v) ? v.substring(1) : v;
    }

    /** Like {@link #plain}; the marks for missing values of R and pandas count as empty. */
    public static String value(String cell) {
        String v = plain(cell);
        return v.equals("NA") || v.equals("nan") || v.equals("NaN") || v.equals("NULL") ? "" : v;
    }

    /** The value as it may safely stand in a spreadsheet (OWASP, CSV injection). */
    public static String defused(String value) {
        if (value.isEmpty()) {
            return value;
        }
        return formula(value.charAt(0)) || guarded(value) ? "'" + value : value;
    }

    private static boolean guarded(String v) {
        int i = 0;
        while (i < v.length() && v.charAt(i) == '\'') {
            i++;
        }
        return i > 0 && i < v.length() && formula(v.charAt(i));
    }

    private static boolean formula(char c) {
        return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
    }
}
