package org.winnow.exchange;

import java.nio.file.Path;
import java.util.List;
import org.winnow.model.Problem;

/**
 * What became of one file.
 *
 * @param read records seen in the file
 * @param imported records that went in: these, and no others, count as identified
 * @param rejected records that could not go in
 * @param known records left out because the same source gave them before; they count nowhere again
 * @param garbled records whose text was garbled before it reached the file, whether put right or not
 * @param problems what was rejected, mended or garbled, in the order of the file; at most
 *     {@link Importing#KEPT_PROBLEMS}
 */
public record ImportReport(
        Path file,
        String source,
        String format,
        String encoding,
        long read,
        long imported,
        long rejected,
        long known,
        long garbled,
        List<Problem> problems) {
    public ImportReport {
        problems = List.copyOf(problems);
    }

    /** Whether the file had records and none of them could be used. */
    public boolean failed() {
        return read > 0 && imported == 0 && known == 0;
    }
}
