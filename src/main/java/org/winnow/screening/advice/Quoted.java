package org.winnow.screening.advice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.winnow.screening.advice.ReportTexts.Passage;
import org.winnow.screening.advice.ReportTexts.Sentence;
import org.winnow.store.Advices.Place;

/**
 * What a model was given of a record, to look its quotes up in.
 *
 * @param record title and abstract
 * @param passages of the full text; none at title and abstract
 */
record Quoted(String record, List<Passage> passages) {
    boolean stands(String quote) {
        return holds(record, quote) || place(quote).isPresent();
    }

    /** The page on which the quote begins; of a passage, where one has it. */
    Optional<Place> place(String quote) {
        return passages.stream()
                .flatMap(passage -> page(passage, quote).stream().map(page -> new Place(passage.sha256(), page)))
                .findFirst();
    }

    private static Optional<Integer> page(Passage passage, String quote) {
        StringBuilder from = new StringBuilder();
        // From the last sentence back: the first one from which on the quote is there is the one that it begins in.
        for (int i = passage.sentences().size() - 1; i >= 0; i--) {
            Sentence sentence = passage.sentences().get(i);
            from.insert(0, " " + sentence.text());
            if (holds(from.toString(), quote)) {
                return Optional.of(sentence.page());
            }
        }
        return Optional.empty();
    }

    private static boolean holds(String text, String quote) {
        String words = plain(quote);
        return !words.isBlank() && plain(text).contains(words);
    }

    /** Letters and digits alone, with a blank around each word. */
    private static String plain(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip() + " ";
    }
}
