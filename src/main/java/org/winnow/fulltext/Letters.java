package org.winnow.fulltext;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** Compares texts by their letters alone: case, accents, blanks, hyphens and marks differ between a PDF and an index. */
final class Letters {
    private Letters() {}

    /** Letters and digits in lower case without their accents, nothing between them. */
    static String of(String text) {
        String parts = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder letters = new StringBuilder(parts.length());
        parts.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** S\u00F8rensen\u2013Dice coefficient of the three-letter sequences of two texts made by {@link #of}, 0 to 1. */
    static double alike(String a, String b) {
        if (a.length() < 3 || b.length() < 3) {
            return a.equals(b) ? 1 : 0;
        }
        Map<String, Integer> sequences = new HashMap<>();
        for (int i = 0; i + 3 <= a.length(); i++) {
            sequences.merge(a.substring(i, i + 3), 1, Integer::sum);
        }
        int common = 0;
        for (int i = 0; i + 3 <= b.length(); i++) {
            Integer left = sequences.get(b.substring(i, i + 3));
            if (left != null && left > 0) {
                common++;
                sequences.put(b.substring(i, i + 3), left - 1);
            }
        }
        return 2.0 * common / (a.length() - 2 + b.length() - 2);
    }
}
