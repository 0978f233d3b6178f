package org.winnow.dfllm.corpus;

import java.util.List;
import org.winnow.model.PageSpan;
import org.winnow.model.RecordId;

/**
 * A passage of a report, of a size that a model can be given.
 *
 * @param id the same whenever the same file is divided by the same settings
 * @param report the record of the report
 * @param sha256 of the file that it stands in
 * @param section heading above it, as printed; empty where there is none
 * @param spans where it stands on the pages, in reading order
 * @param sentences in it, one after another
 * @param tokens in it
 * @param text its sentences as they stand in the section, hyphens at line ends mended
 */
public record Chunk(
        String id,
        RecordId report,
        String sha256,
        String section,
        List<PageSpan> spans,
        List<Sentence> sentences,
        int tokens,
        String text) {
    /**
     * A sentence of a passage.
     *
     * @param text hyphens at line ends mended
     * @param quotes the same as the pages have it: one for each stretch that stands together on a page
     */
    public record Sentence(String text, List<Quote> quotes) {
        public Sentence {
            quotes = List.copyOf(quotes);
        }
    }

    /** Words of a page, letter for letter, line feeds and hyphens included. */
    public record Quote(PageSpan span, String words) {}

    public Chunk {
        sentences = List.copyOf(sentences);
        spans = List.copyOf(spans);
    }
}
