package org.winnow.dfllm.corpus;

import java.util.List;
import org.winnow.model.RecordId;

/**
 * What became of one file of a report.
 *
 * @param licence that it names for itself, as SPDX writes it; {@code unknown} for none
 * @param language ISO 639-1 code of most of it; empty where there is no text
 * @param chunks of it in the corpus
 * @param tokens of it in the corpus, overlaps counted once
 */
public record PaperSummary(
        RecordId report,
        String title,
        String file,
        String sha256,
        String licence,
        String language,
        int chunks,
        int tokens,
        List<LeftOut> leftOut) {
    public PaperSummary {
        leftOut = List.copyOf(leftOut);
    }
}
