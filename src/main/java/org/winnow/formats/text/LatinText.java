package org.winnow.formats.text;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Weighs two readings of the same bytes as text in a language of Western Europe. */
final class LatinText {
    private static final String MAC_ROMAN = "x-MacRoman";
    private static final String FREQUENT = "\u00E9\u00E8\u00FC\u00F6\u00E4\u00DF\u00F1\u00E7\u00E1\u00ED\u00F3\u00FA"
            + "\u00E0\u00E2\u00EA\u00F4\u00F8\u00E5\u00E6\u00E3\u00EB\u00EF\u00EE";
    private static final String PUNCTUATION = "\u2018\u2019\u201C\u201D\u2013\u2014\u2026\u00AB\u00BB\u00BF\u00A1";
    private static final String MEASURES = "\u00B0\u00B1\u00B5\u00B7\u00D7\u00AE\u00A9\u2122\u00A7\u2022\u20AC\u00A3"
            + "\u2264\u2265\u00B2\u00B3\u00BD\u00BC\u00A0";

    private LatinText() {}

    /** MacRoman, where this Java knows it. */
    static @Nullable Charset mac() {
        return Charset.isSupported(MAC_ROMAN) ? Charset.forName(MAC_ROMAN) : null;
    }

    /** Whether this reading is clearly better than windows-1252. */
    static boolean readsBetterAs(Charset other, byte[] sample) {
        int asOther = score(new String(sample, other));
        return asOther > score(new String(sample, Encoding.WINDOWS_1252)) && asOther > 0;
    }

    /**
     * The mean over all characters beyond ASCII: 3 where all of them are at their place, negative where few are. In
     * words of Western Europe such a letter has plain ones beside it; in Greek or Russian read wrongly it has none.
     */
    static double mean(String text) {
        int beyond = 0;
        int lonely = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                beyond++;
                boolean foreign = i > 0 && text.charAt(i - 1) >= 0x80 && Character.isLetter(text.charAt(i - 1));
                boolean plain =
                        i > 0 && plain(text.charAt(i - 1)) || i + 1 < text.length() && plain(text.charAt(i + 1));
                lonely += foreign && !plain ? 1 : 0;
            }
        }
        return beyond == 0 ? 0 : (score(text) - 4.0 * lonely) / beyond;
    }

    private static boolean plain(char c) {
        return c < 0x80 && Character.isLetter(c);
    }

    /** High where every character beyond ASCII stands where one of its kind would. */
    private static int score(String text) {
        int score = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                score += at(c, i == 0 ? ' ' : text.charAt(i - 1), i + 1 == text.length() ? ' ' : text.charAt(i + 1));
            }
        }
        return score;
    }

    private static int at(char c, char before, char after) {
        boolean inWord = Character.isLetter(before) && Character.isLetter(after);
        if (c < 0xA0 || c == '\uFFFD') {
            return -6;
        }
        if (Character.isLowerCase(c)) {
            boolean beside = Character.isLetter(before) || Character.isLetter(after);
            boolean number = Character.isDigit(before) || Character.isDigit(after);
            return number ? -3 : (FREQUENT.indexOf(c) >= 0 ? 3 : 1) - (beside ? 0 : 3);
        }
        if (Character.isUpperCase(c)) {
            return Character.isLowerCase(before) ? -4 : FREQUENT.indexOf(Character.toLowerCase(c)) >= 0 ? 2 : 0;
        }
        if (PUNCTUATION.indexOf(c) >= 0) {
            boolean apostrophe = c == '\u2019' || c == '\u2013' || c == '\u2014';
            return inWord && !apostrophe ? -3 : 2;
        }
        return inWord ? -5 : MEASURES.indexOf(c) >= 0 ? 1 : -2;
    }
}
