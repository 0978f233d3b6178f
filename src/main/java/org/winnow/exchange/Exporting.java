package org.winnow.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.winnow.formats.Format;
import org.winnow.formats.Formats;
import org.winnow.model.ScreenedRecord;
import org.winnow.model.UserException;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.work.WholeFile;

/** Writes records out of a review with what was decided on them, so that other programs read both. */
public final class Exporting {
    private final Review review;

    public Exporting(Review review) {
        this.review = review;
    }

    /**
     * Writes to a temporary name and renames: an export that breaks off leaves the old file.
     *
     * @return how many records were written
     */
    public long toFile(RecordQuery query, Format format, Path target) {
        return WholeFile.write(target, out -> toStream(query, format, out));
    }

    public long toStream(RecordQuery query, Format format, OutputStream out) throws IOException {
        try (Stream<ScreenedRecord> records = review.records().screened(query)) {
            return Formats.write(format, records, out);
        }
    }

    /** The format that a file's ending names. */
    public static Format formatOf(Path target) {
        String name = String.valueOf(target.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Formats.ofEnding(ending)
                .orElseThrow(() -> new UserException("Do not know how to write " + name + ". Let the name end in "
                        + Formats.writable().stream()
                                .map(f -> "." + f.extension())
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + ", or name the format."));
    }
}
