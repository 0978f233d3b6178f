package org.winnow.fulltext.reading;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.winnow.model.PageSpan;

/**
 * A text without what does not count when words are looked for, such as case, accents and hyphens.
 *
 * @param from where each of its letters stood in the text
 */
record Folded(String text, int[] from) {
    /** Where letters of the folded text stand in the text of a page; there is at least one. */
    PageSpan span(int page, int start, int end) {
        return new PageSpan(page, from[start], from[end - 1] + 1);
    }

    static Folded of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        int[] from = new int[text.length() * 2 + 1];
        for (int i = 0; i < text.length(); i++) {
            for (char c : letters(text.charAt(i)).toCharArray()) {
                boolean blank = Character.isWhitespace(c) || c == '\u00A0';
                boolean again = blank && (folded.isEmpty() || folded.charAt(folded.length() - 1) == ' ');
                boolean mended = blank && dividedBefore(text, i);
                if (!again && !mended) {
                    if (folded.length() == from.length) {
                        from = Arrays.copyOf(from, 2 * from.length);
                    }
                    from[folded.length()] = i;
                    folded.append(blank ? ' ' : c);
                }
            }
        }
        return new Folded(folded.toString(), from);
    }

    /** A word that was divided at the end of its line goes on without a blank. */
    private static boolean dividedBefore(String text, int i) {
        return text.charAt(i) == '\n' && i > 0 && hyphen(text.charAt(i - 1));
    }

    private static boolean hyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011' || c == '\u00AD';
    }

    private static String letters(char c) {
        if (hyphen(c)) {
            return "";
        }
        if (c < 0x80) {
            return String.valueOf(Character.toLowerCase(c));
        }
        return switch (c) {
            case '\u2018', '\u2019', '\u201A' -> "'";
            case '\u201C', '\u201D', '\u201E' -> "\"";
            case '\u2012', '\u2013', '\u2014', '\u2212' -> "";
            default ->
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT);
        };
    }
}
