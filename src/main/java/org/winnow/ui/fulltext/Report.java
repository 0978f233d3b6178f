package org.winnow.ui.fulltext;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Decision;
import org.winnow.model.RecordId;
import org.winnow.model.Retrieval;
import org.winnow.store.Attachments.Attachment;

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

    /** Its file with this content, or null. */
    @Nullable
    Attachment file(String sha256) {
        return files.stream().filter(f -> f.sha256().equals(sha256)).findFirst().orElse(null);
    }
}
