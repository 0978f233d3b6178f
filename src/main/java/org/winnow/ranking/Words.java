package org.winnow.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts text into words: lower case, runs of two or more letters, digits and underscores ({@code \b\w\w+\b}). */
public final class Words {
    private Words() {}

    /** The words of a text in their order. */
    public static List<String> of(String text) {
        String low = text.toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        int start = -1;
        int letters = 0;
        for (int i = 0; i < low.length(); ) {
            int c = low.codePointAt(i);
            if (isWordCharacter(c)) {
                start = start < 0 ? i : start;
                letters++;
            } else {
                add(words, low, start, i, letters);
                start = -1;
                letters = 0;
            }
            i += Character.charCount(c);
        }
        add(words, low, start, low.length(), letters);
        return words;
    }

    private static void add(List<String> words, String text, int start, int end, int letters) {
        if (letters > 1) {
            words.add(text.substring(start, end));
        }
    }

    /** As Python's {@code \w}: letters, every kind of number, the underscore; no combining marks. */
    private static boolean isWordCharacter(int c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '_';
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }
}
