package org.winnow.dfllm.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * General text to be mixed into the review's own, so that a model does not forget what it knew.
 *
 * @param general texts that are not from the review
 * @param share of all words of the mixture that are to be general, from 0 to below 1
 * @param seed draws which ones, and the order
 */
public record Mixture(List<String> general, double share, long seed) {
    public static final Mixture NONE = new Mixture(List.of(), 0, 0);

    public Mixture {
        general = List.copyOf(general);
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("the share of general text is from 0 to below 1, not " + share);
        }
    }

    /** Lines of JSON with {@code text} and {@code source}, in an order that the seed draws; every own text is in it once. */
    List<String> with(List<String> own) {
        Random random = new Random(seed);
        List<String> drawn = new ArrayList<>(general);
        Collections.shuffle(drawn, random);
        double wanted =
                share / (1 - share) * own.stream().mapToLong(Mixture::words).sum();
        List<String> lines = new ArrayList<>();
        own.forEach(text -> lines.add(line(text, "review")));
        long taken = 0;
        for (String text : drawn) {
            if (taken >= wanted) {
                break;
            }
            taken += words(text);
            lines.add(line(text, "general"));
        }
        Collections.shuffle(lines, random);
        return lines;
    }

    private static long words(String text) {
        return text.strip().split("\\s+").length;
    }

    private static String line(String text, String source) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("text", text);
        one.put("source", source);
        return DatasetFile.text(one);
    }
}
