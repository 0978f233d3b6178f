package org.winnow.screening;

import java.util.List;
import java.util.Locale;

/**
 * One line of a decisions file.
 *
 * @param line line in the file, from 1
 * @param record id of the record, its DOI or its PubMed id
 * @param decision {@code include}, {@code exclude}, {@code maybe}, or {@code not-retrieved} and {@code retrieved} at
 *     full text
 * @param reason label of the reason for exclusion, or empty
 * @param note a note to keep with the record, or empty
 * @param tags tags to put on the record
 */
public record DecisionLine(long line, String record, String decision, String reason, String note, List<String> tags) {
    public DecisionLine {
        record = record.strip();
        decision = decision.strip().toLowerCase(Locale.ROOT);
        reason = reason.strip();
        note = note.strip();
        tags = List.copyOf(tags);
    }
}
