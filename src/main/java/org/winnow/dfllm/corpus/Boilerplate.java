package org.winnow.dfllm.corpus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Sentences that publishers put into papers, told by their words, and by standing in many papers alike. */
final class Boilerplate {
    private static final Pattern PUBLISHERS =
            Pattern.compile("\u00A9|\\bcopyright\\b|all rights reserved|\\bopen[ -]access article\\b"
                    + "|creative ?commons|downloaded (from|on|by)|for personal use only|terms (and|&) conditions"
                    + "|see the terms of use|licen[cs]ee |article history|^received:? .*(accepted|revised)"
                    + "|correspond(ence|ing author)|^\\W*https?://\\S+\\W*$");
    /** So many papers, and this share of all, have a sentence that the publisher wrote. */
    private static final int PAPERS = 3;

    private static final double SHARE = 0.05;
    private static final int SHORTEST = 30;

    /** Of what stands between blanks: 0.6 in sentences full of figures, 0.3 in the rows of tables. */
    private static final double WORDS_SHARE = 0.42;

    private final Map<String, Integer> papers = new HashMap<>();
    private int all;

    /** Learns which sentences a paper has. */
    void learn(List<String> sentences) {
        Set<String> once = new HashSet<>();
        sentences.stream()
                .map(Boilerplate::plain)
                .filter(plain -> plain.length() >= SHORTEST)
                .forEach(once::add);
        once.forEach(plain -> papers.merge(plain, 1, Integer::sum));
        all++;
    }

    /** Why a sentence is left out; empty where it is the author's. */
    Optional<String> reason(String sentence) {
        if (PUBLISHERS.matcher(sentence.toLowerCase(Locale.ROOT)).find()) {
            return Optional.of("a publisher's notice");
        }
        int in = papers.getOrDefault(plain(sentence), 0);
        return in >= PAPERS && in >= SHARE * all ? Optional.of("stands in " + in + " papers alike") : Optional.empty();
    }

    /**
     * Whether most of it is numbers and signs, as in a table or a formula that was read as lines. A sentence that
     * reports a result has many, too, but two words to three of them.
     */
    static boolean numbers(String sentence) {
        int words = 0;
        String[] all = sentence.split("\\s+");
        for (String one : all) {
            long letters = one.codePoints().filter(Character::isLetter).count();
            boolean ideographs = one.codePoints().anyMatch(Character::isIdeographic);
            words += ideographs || letters >= 2 && letters * 2 > one.length() ? 1 : 0;
        }
        return words < WORDS_SHARE * all.length;
    }

    private static String plain(String sentence) {
        return sentence.toLowerCase(Locale.ROOT).replaceAll("\\P{L}+", " ").strip();
    }
}
