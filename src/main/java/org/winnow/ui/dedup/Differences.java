package org.winnow.ui.dedup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.ui.kit.MarkedText.Span;

/**
 * The words of one text that another lacks, each stretch as long as it goes. Capital letters, punctuation and
 * spaces make no difference that a person should look at.
 */
final class Differences {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    /** Above so many pairs of words, texts are compared by which words they have and not by their order. */
    private static final int MOST_CELLS = 1_000_000;

    private record Word(String plain, int start, int end) {}

    private Differences() {}

    static List<Span> in(String text, String other) {
        List<Word> words = words(text);
        List<Word> others = words(other);
        boolean[] shared = (long) words.size() * others.size() > MOST_CELLS
                ? contained(words, others)
                : commonSequence(words, others);
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < shared.length; i++) {
            if (!shared[i]) {
                int from = i;
                while (i + 1 < shared.length && !shared[i + 1]) {
                    i++;
                }
                spans.add(new Span(words.get(from).start(), words.get(i).end(), "differs"));
            }
        }
        return spans;
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher m = WORD.matcher(text);
        while (m.find()) {
            words.add(new Word(m.group().toLowerCase(Locale.ROOT), m.start(), m.end()));
        }
        return words;
    }

    private static boolean[] contained(List<Word> words, List<Word> others) {
        Set<String> there = new HashSet<>();
        others.forEach(w -> there.add(w.plain()));
        boolean[] shared = new boolean[words.size()];
        for (int i = 0; i < shared.length; i++) {
            shared[i] = there.contains(words.get(i).plain());
        }
        return shared;
    }

    /** Which words belong to the longest sequence that both have. */
    private static boolean[] commonSequence(List<Word> x, List<Word> y) {
        int[][] length = new int[x.size() + 1][y.size() + 1];
        for (int i = x.size() - 1; i >= 0; i--) {
            for (int j = y.size() - 1; j >= 0; j--) {
                length[i][j] = x.get(i).plain().equals(y.get(j).plain())
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        boolean[] shared = new boolean[x.size()];
        int i = 0;
        int j = 0;
        while (i < x.size() && j < y.size()) {
            if (x.get(i).plain().equals(y.get(j).plain())) {
                shared[i++] = true;
                j++;
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return shared;
    }
}
