package org.winnow.formats.value;

import java.util.function.Consumer;
import org.winnow.formats.text.Chars;

/** Divides a list of keywords. */
public final class Keywords {
    private Keywords() {}

    /** Divides at semicolons, but not at the one that ends a character entity such as {@code &amp;}. */
    public static void divide(String field, Consumer<String> into) {
        if (field.indexOf(';') < 0) {
            accept(field, into);
            return;
        }
        int from = 0;
        for (int i = field.indexOf(';'); i >= 0; i = field.indexOf(';', i + 1)) {
            if (!entity(field, i)) {
                accept(field.substring(from, i), into);
                from = i + 1;
            }
        }
        accept(field.substring(from), into);
    }

    /** Divides at commas, but not within brackets: {@code cyst (diagnosis, surgery), colon} is two keywords. */
    public static void divideAtCommas(String field, Consumer<String> into) {
        int depth = 0;
        int from = 0;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth <= 0) {
                accept(field.substring(from, i), into);
                from = i + 1;
            }
        }
        accept(field.substring(from), into);
    }

    private static void accept(String part, Consumer<String> into) {
        String t = Chars.trimmed(part);
        if (!t.isEmpty()) {
            into.accept(t);
        }
    }

    private static boolean entity(String s, int semicolon) {
        int i = semicolon - 1;
        while (i >= 0 && semicolon - i < 9 && (Character.isLetterOrDigit(s.charAt(i)) || s.charAt(i) == '#')) {
            i--;
        }
        return i >= 0 && s.charAt(i) == '&' && semicolon - i > 2;
    }
}
