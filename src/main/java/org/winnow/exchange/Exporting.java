package org.winnow.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.winnow.formats.Format;
import org.winnow.formats.Formats;
import org.winnow.model.Annotation;
import org.winnow.model.Criterion;
import org.winnow.model.Passage;
import org.winnow.model.RecordId;
import org.winnow.model.ScreenedRecord;
import org.winnow.model.UserException;
import org.winnow.store.AnnotationQuery;
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
        Map<RecordId, List<Passage>> marked = passages(review);
        try (Stream<ScreenedRecord> records = review.records().screened(query)) {
            return Formats.write(format, records.map(r -> r.with(marked.getOrDefault(r.id(), List.of()))), out);
        }
    }

    /** What people marked for reasons to exclude, as far as it may be seen. */
    private static Map<RecordId, List<Passage>> passages(Review review) {
        Map<RecordId, List<Passage>> passages = new HashMap<>();
        for (Annotation mark : review.annotations().find(AnnotationQuery.everything(), null)) {
            Criterion criterion = mark.criterion();
            if (criterion != null && !mark.anchor().quote().isBlank()) {
                passages.computeIfAbsent(mark.record(), r -> new ArrayList<>())
                        .add(new Passage(
                                criterion.label(),
                                mark.anchor().page(),
                                mark.anchor().quote(),
                                mark.by()));
            }
        }
        return passages;
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
