package org.winnow.dfllm.ask;

import java.util.List;
import org.winnow.dfllm.corpus.Chunk.Quote;
import org.winnow.model.RecordId;

/**
 * What the papers say to a question, in their own words.
 *
 * @param best support of the likeliest sentence, also where it is not enough; from 0 to 1
 * @param threshold from which on a sentence is taken for an answer
 * @param sentences the best first; none where it is not in the papers
 */
public record Answer(String question, double best, double threshold, List<Said> sentences) {
    /**
     * A sentence of a report.
     *
     * @param sha256 of the file that it stands in
     * @param section heading above it, as printed
     * @param text hyphens at line ends mended
     * @param quotes the same as the pages have it, letter for letter
     * @param support how well it fits the question, from 0 to 1
     */
    public record Said(
            RecordId report, String sha256, String section, String text, List<Quote> quotes, double support) {
        public Said {
            quotes = List.copyOf(quotes);
        }
    }

    public Answer {
        sentences = List.copyOf(sentences);
    }

    /** Whether the papers say anything to it. */
    public boolean found() {
        return !sentences.isEmpty();
    }
}
