package org.winnow.dedup;

import java.util.List;

/** Words of one title that stand for other words of another. */
final class TitleWords {
    private static final int MOST_FORMS = 3;

    private TitleWords() {}

    /** Takes away abbreviations and the words that they stand for: {@code HUS}, {@code hemolytic uremic syndrome}. */
    static void spellOut(List<String> shorts, List<String> words) {
        for (int i = shorts.size() - 1; i >= 0; i--) {
            String letters = shorts.get(i);
            int at = letters.length() < 2 || letters.length() > 6 ? -1 : initials(letters, words);
            if (at >= 0) {
                shorts.remove(i);
                words.subList(at, at + letters.length()).clear();
            }
        }
    }

    /** Where long words begin that have these initials; -1 where there are none. */
    private static int initials(String letters, List<String> words) {
        for (int from = 0; from + letters.length() <= words.size(); from++) {
            int n = 0;
            while (n < letters.length()
                    && words.get(from + n).length() > 3
                    && words.get(from + n).charAt(0) == letters.charAt(n)) {
                n++;
            }
            if (n == letters.length()) {
                return from;
            }
        }
        return -1;
    }

    /** Whether each word is another form of one of the others, or a slip in it: {@code systems}, {@code systematic}. */
    static boolean otherForms(List<String> some, List<String> others) {
        return some.size() == others.size()
                && some.size() <= MOST_FORMS
                && some.stream().allMatch(w -> others.stream().anyMatch(o -> otherForm(w, o)))
                && others.stream().allMatch(o -> some.stream().anyMatch(w -> otherForm(w, o)));
    }

    private static boolean otherForm(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int alike = 0;
        while (alike < shorter && a.charAt(alike) == b.charAt(alike)) {
            alike++;
        }
        boolean stem = alike > 5 && alike * 5 >= shorter * 3;
        return stem || alike > 4 && Edits.distance(a, b, 2) <= 2;
    }
}
