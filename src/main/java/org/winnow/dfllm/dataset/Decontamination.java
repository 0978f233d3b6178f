package org.winnow.dfllm.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds training text that has a run of words in common with the test: what a model has seen word for word tells nothing
 * about it (Brown et al. 2020, arXiv 2005.14165, appendix C; there 13 words, for web pages; questions are shorter).
 *
 * @param words so many in a row; 0 to look for none
 */
public record Decontamination(int words) {
    public static final Decontamination USUAL = new Decontamination(8);

    public Decontamination {
        if (words != 0 && (words < 3 || words > 50)) {
            throw new IllegalArgumentException("3 to 50 words in a row are compared, or 0 for none, not " + words);
        }
    }

    /** Runs of words that the texts of the test have, each with the number of its item. */
    public Seen seen(Map<String, List<String>> test) {
        Map<String, String> runs = new HashMap<>();
        if (words > 0) {
            test.forEach((id, texts) -> texts.forEach(text -> runs(text).forEach(run -> runs.putIfAbsent(run, id))));
        }
        return new Seen(runs);
    }

    /** What the test says. */
    public final class Seen {
        private final Map<String, String> runs;

        private Seen(Map<String, String> runs) {
            this.runs = runs;
        }

        /** The item of the test that these texts share a run of words with. */
        public Optional<String> in(Collection<String> texts) {
            return texts.stream()
                    .flatMap(text -> runs(text).stream())
                    .map(run -> Optional.ofNullable(runs.get(run)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
    }

    /** A text that is shorter than a run is one itself, so that a question of six words is found again, too. */
    private List<String> runs(String text) {
        List<String> all = List.of(text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .split(" "));
        List<String> runs = new ArrayList<>();
        if (words == 0 || all.size() < 3) {
            return runs;
        }
        for (int i = 0; i + words <= all.size(); i++) {
            runs.add(String.join(" ", all.subList(i, i + words)));
        }
        if (runs.isEmpty()) {
            runs.add(String.join(" ", all));
        }
        return runs;
    }
}
