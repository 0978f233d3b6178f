package org.winnow.ui.fulltext;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Decision;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.store.Attachments.Attachment;
import org.winnow.store.Review;

/**
 * A report with its files.
 *
 * @param detail its authors and year
 * @param mine this reviewer's verdict at full text, or null
 * @param files the oldest first; those of the records merged into it too
 */
record Report(
        RecordId id,
        String title,
        String detail,
        @Nullable Decision mine,
        Retrieval retrieval,
        List<Attachment> files) {
    Report {
        files = List.copyOf(files);
    }

    /** The report as this person may see it, or null where there is none. */
    static @Nullable Report read(Review review, ReviewerId reviewer, RecordId id) {
        return review.duplicates()
                .merged(id)
                .map(merged -> {
                    var record = merged.record();
                    List<Attachment> all = new ArrayList<>(review.attachments().of(id));
                    review.duplicates()
                            .behind(id)
                            .forEach(d -> all.addAll(review.attachments().of(d.record())));
                    String names = record.authors().stream()
                            .limit(3)
                            .map(a -> a.display())
                            .reduce((a, b) -> a + "; " + b)
                            .orElse("");
                    return new Report(
                            id,
                            record.title(),
                            names + (record.year() == null ? "" : "  " + record.year()),
                            review.decisions().current(id, Stage.FULL_TEXT).stream()
                                    .filter(d ->
                                            !d.resolution() && d.reviewer().id().equals(reviewer))
                                    .findFirst()
                                    .orElse(null),
                            review.retrievals().of(id),
                            all);
                })
                .orElse(null);
    }

    /** Its file with this content, or null. */
    @Nullable
    Attachment file(String sha256) {
        return files.stream().filter(f -> f.sha256().equals(sha256)).findFirst().orElse(null);
    }
}
