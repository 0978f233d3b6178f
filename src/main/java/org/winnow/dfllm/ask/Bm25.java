package org.winnow.dfllm.ask;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well texts fit the words of a question: Okapi BM25 (Robertson and Zaragoza 2009, Foundations and Trends in
 * Information Retrieval 3:333-389) with the usual constants. Passages are made anew from the papers and stand in no table
 * of the review, so its full-text index does not know them.
 */
final class Bm25 {
    private static final double K1 = 1.2;
    private static final double B = 0.75;

    private final List<Map<String, Integer>> texts;
    private final int[] lengths;
    private final double mean;
    private final Map<String, Integer> in = new HashMap<>();

    /** @param stems of each text */
    Bm25(List<List<String>> stems) {
        texts = stems.stream().map(Bm25::counted).toList();
        lengths = stems.stream().mapToInt(List::size).toArray();
        mean = Math.max(1, stems.stream().mapToInt(List::size).average().orElse(1));
        texts.forEach(text -> text.keySet().forEach(stem -> in.merge(stem, 1, Integer::sum)));
    }

    private static Map<String, Integer> counted(List<String> stems) {
        Map<String, Integer> counts = new HashMap<>();
        stems.forEach(stem -> counts.merge(stem, 1, Integer::sum));
        return counts;
    }

    /** The score of each text, 0 where no word of the question stands in it. */
    double[] scores(List<String> question) {
        double[] scores = new double[texts.size()];
        for (String stem : new HashSet<>(question)) {
            double weight = weight(stem);
            for (int i = 0; i < scores.length; i++) {
                int count = texts.get(i).getOrDefault(stem, 0);
                scores[i] += weight * count * (K1 + 1) / (count + K1 * (1 - B + B * lengths[i] / mean));
            }
        }
        return scores;
    }

    /** How much a word tells texts apart; never below 0. */
    double weight(String stem) {
        double n = in.getOrDefault(stem, 0);
        return Math.log(1 + (texts.size() - n + 0.5) / (n + 0.5));
    }

    /** The share of a question's weight that stands among these stems, from 0 to 1. */
    double share(List<String> question, List<String> stems) {
        Set<String> there = new HashSet<>(stems);
        double all = 0;
        double found = 0;
        for (String stem : new HashSet<>(question)) {
            double weight = weight(stem);
            all += weight;
            found += there.contains(stem) ? weight : 0;
        }
        return all == 0 ? 0 : found / all;
    }
}
