package org.winnow.dfllm.corpus;

import java.util.List;
import org.winnow.model.RecordId;

/**
 * The included papers as training text, and the account of how it came about.
 *
 * @param reports that are included in the review
 * @param without included reports of which nothing could be used
 */
public record Corpus(
        CorpusSettings settings, int reports, List<PaperSummary> papers, List<Missing> without, List<Chunk> chunks) {
    /** A report of which nothing is in the corpus, and why. */
    public record Missing(RecordId report, String title, String why) {}

    public Corpus {
        papers = List.copyOf(papers);
        without = List.copyOf(without);
        chunks = List.copyOf(chunks);
    }

    /** Tokens of all papers, overlaps counted once. */
    public int tokens() {
        return papers.stream().mapToInt(PaperSummary::tokens).sum();
    }
}
