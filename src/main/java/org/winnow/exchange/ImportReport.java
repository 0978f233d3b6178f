package org.winnow.exchange;

import java.nio.file.Path;
import java.util.List;
import org.winnow.model.Problem;

/**
 * What became of one file.
 *
 * @param read records seen in the file
 * @param imported records that went in
 * @param problems rejected and mended records, in the order of the file; at most {@link Importing#KEPT_PROBLEMS}
 */
public record ImportReport(
        Path file,
        String source,
        String format,
        String encoding,
        long read,
        long imported,
        long rejected,
        List<Problem> problems) {
    public ImportReport {
        problems = List.copyOf(problems);
    }

    /** Whether the file had records and none of them could be used. */
    public boolean failed() {
        return read > 0 && imported == 0;
    }
}
