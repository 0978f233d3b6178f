package org.winnow.exchange;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Problem;

/**
 * What became of one file.
 *
 * @param importId number of the import in the review, or null where nothing of the file went in
 * @param read records seen in the file
 * @param imported records that went in: these, and no others, count as identified
 * @param rejected records that could not go in
 * @param known records left out because the same source gave them before; they count nowhere again
 * @param garbled records whose text was garbled before it reached the file, whether put right or not
 * @param decisions how many verdicts that came with its records became decisions of this review
 * @param problems what was rejected, mended or garbled, in the order of the file; at most
 *     {@link Importing#KEPT_PROBLEMS}
 */
public record ImportReport(
        Path file,
        @Nullable Long importId,
        String source,
        String format,
        String encoding,
        long read,
        long imported,
        long rejected,
        long known,
        long garbled,
        long decisions,
        List<Problem> problems) {
    public ImportReport {
        problems = List.copyOf(problems);
    }

    /** Whether the file had records and none of them could be used. */
    public boolean failed() {
        return read > 0 && imported == 0 && known == 0;
    }
}
