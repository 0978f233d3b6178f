package org.winnow.dedup;

import java.util.HashMap;
import java.util.Map;

/**
 * How alike two titles are, in numbers from 0 (nothing in common) to 1; 0.5 where a title is missing.
 *
 * @param letters share of the sequences of three letters that both have, as often as both have them (Dice), which
 *     neither misspelt words nor blanks in the wrong place change much
 * @param words share of the letters that stand in words of both
 * @param contained the same as a share of the title that has less: 1 where the other only adds to it
 * @param length letters of the shorter title
 * @param numbers 0 where the same numbers and telling words stand in both, 1 where one has more of them, 2 where each has
 *     some that the other lacks
 * @param slight see {@link TitleComparison.Difference}
 */
record TitleLikeness(
        TitleRelation relation,
        double letters,
        double words,
        double contained,
        int length,
        int numbers,
        boolean slight) {
    private static final int SLOTS = 1024;

    static TitleLikeness of(Prepared one, Prepared other) {
        TitleComparison.Difference difference = TitleComparison.compare(one, other);
        TitleRelation relation = difference.relation();
        TitleText a = one.title();
        TitleText b = other.title();
        int length = Math.min(a.words().length(), b.words().length());
        if (relation == TitleRelation.UNKNOWN) {
            return new TitleLikeness(relation, 0.5, 0.5, 0.5, 0, 0, false);
        }
        if (relation == TitleRelation.EQUAL) {
            return new TitleLikeness(relation, 1, 1, 1, length, 0, false);
        }
        double letters = sharedSequences(a.words(), b.words());
        double[] words = sharedWords(a.words(), b.words());
        boolean told = relation.sameWords() || relation == TitleRelation.SUBTITLE && difference.slight();
        int numbers = told ? 0 : TitleComparison.numbersApart(a.words(), b.words());
        return new TitleLikeness(relation, letters, words[0], words[1], length, numbers, difference.slight());
    }

    private static double sharedSequences(String a, String b) {
        short[] seen = new short[SLOTS];
        int all = count(a, seen, true);
        int both = count(b, seen, false);
        int others = Math.max(0, Fold.joined(b).length() - 2);
        return all + others == 0 ? 0 : 2.0 * both / (all + others);
    }

    /** Counts sequences in, or takes out those that are there; returns how many. */
    private static int count(String words, short[] seen, boolean in) {
        int n = 0;
        int counted = 0;
        int last = 0;
        int beforeLast = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ') {
                continue;
            }
            if (n++ >= 2) {
                int slot = ((beforeLast * 31 + last) * 31 + c) * 0x9e3779b1 >>> 22;
                if (in) {
                    seen[slot]++;
                    counted++;
                } else if (seen[slot] > 0) {
                    seen[slot]--;
                    counted++;
                }
            }
            beforeLast = last;
            last = c;
        }
        return counted;
    }

    private static double[] sharedWords(String a, String b) {
        Map<String, Integer> there = new HashMap<>();
        int lettersOfA = 0;
        for (String word : a.split(" ")) {
            there.merge(word, 1, Integer::sum);
            lettersOfA += word.length();
        }
        int shared = 0;
        int lettersOfB = 0;
        for (String word : b.split(" ")) {
            lettersOfB += word.length();
            if (there.merge(word, -1, Integer::sum) >= 0) {
                shared += word.length();
            }
        }
        int fewer = Math.max(1, Math.min(lettersOfA, lettersOfB));
        return new double[] {2.0 * shared / Math.max(1, lettersOfA + lettersOfB), (double) shared / fewer};
    }
}
