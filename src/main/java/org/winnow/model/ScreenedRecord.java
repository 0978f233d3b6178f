package org.winnow.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record with everything the review says of it, as it goes out to a file.
 *
 * @param source the name of its source
 * @param duplicateOf the record that stands for it, or null
 * @param titleAbstract outcome at title and abstract
 * @param fullText outcome at full text
 * @param decisions current decisions of all reviewers at both stages, oldest first
 * @param reason label of the reason for exclusion that counts, empty where there is none
 * @param notes current notes by reviewer name
 * @param passages what people marked in its full text for the reasons that were given
 */
public record ScreenedRecord(
        RecordId id,
        BibRecord record,
        String source,
        @Nullable RecordId duplicateOf,
        Outcome titleAbstract,
        Outcome fullText,
        List<Decision> decisions,
        String reason,
        List<String> tags,
        Map<String, String> notes,
        List<Passage> passages) {
    /** One in whose full text nothing was marked for a reason. */
    public ScreenedRecord(
            RecordId id,
            BibRecord record,
            String source,
            @Nullable RecordId duplicateOf,
            Outcome titleAbstract,
            Outcome fullText,
            List<Decision> decisions,
            String reason,
            List<String> tags,
            Map<String, String> notes) {
        this(id, record, source, duplicateOf, titleAbstract, fullText, decisions, reason, tags, notes, List.of());
    }

    /** The same said of another form of the record. */
    public ScreenedRecord with(BibRecord other) {
        return new ScreenedRecord(
                id, other, source, duplicateOf, titleAbstract, fullText, decisions, reason, tags, notes, passages);
    }

    /** The same with what was marked for its reasons. */
    public ScreenedRecord with(List<Passage> marked) {
        return new ScreenedRecord(
                id, record, source, duplicateOf, titleAbstract, fullText, decisions, reason, tags, notes, marked);
    }
}
