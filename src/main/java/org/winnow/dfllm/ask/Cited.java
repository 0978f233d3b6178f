package org.winnow.dfllm.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.winnow.dfllm.corpus.Chunk;
import org.winnow.dfllm.corpus.Chunk.Quote;

/**
 * Words of a passage, found again where somebody cites them: whatever their blanks, capitals, signs and hyphens.
 *
 * @param text the sentences that they stand in
 * @param quotes the same, letter for letter as the pages have it
 */
record Cited(Chunk passage, String text, List<Quote> quotes) {
    /** Where these words stand in the passage; empty where they do not. */
    static Optional<Cited> in(Chunk passage, String words) {
        String wanted = plain(words);
        if (wanted.isBlank()) {
            return Optional.empty();
        }
        StringBuilder all = new StringBuilder(" ");
        List<Integer> ends = new ArrayList<>();
        for (Chunk.Sentence sentence : passage.sentences()) {
            String plain = plain(sentence.text()).strip();
            all.append(plain).append(plain.isEmpty() ? "" : " ");
            ends.add(all.length());
        }
        int at = all.indexOf(" " + wanted.strip() + " ");
        if (at < 0) {
            return Optional.empty();
        }
        int end = at + wanted.strip().length() + 1;
        List<String> texts = new ArrayList<>();
        List<Quote> quotes = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            int from = i == 0 ? 0 : ends.get(i - 1) - 1;
            if (from < end && ends.get(i) - 1 > at) {
                texts.add(passage.sentences().get(i).text());
                quotes.addAll(passage.sentences().get(i).quotes());
            }
        }
        return quotes.isEmpty() ? Optional.empty() : Optional.of(new Cited(passage, String.join(" ", texts), quotes));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ");
    }
}
