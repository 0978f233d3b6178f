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
 * @param sentences in it
 * @param tokens in it
 * @param text its sentences as they stand in the section, hyphens at line ends mended
 */
public record Chunk(
        String id,
        RecordId report,
        String sha256,
        String section,
        List<PageSpan> spans,
        int sentences,
        int tokens,
        String text) {
    public Chunk {
        spans = List.copyOf(spans);
    }
}
