package org.winnow.store;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;

/**
 * What one committed operation changed. Screens ask it whether they have to reload.
 *
 * @param op name of the operation, as the undo menu and the audit trail show it
 * @param kinds which parts of the review are different now
 * @param focus the one record that the operation was about, where there was one
 */
public record Changes(String op, Set<Kind> kinds, @Nullable RecordId focus) {
    /** The parts of a review that screens show. */
    public enum Kind {
        REVIEW,
        RECORDS,
        SOURCES,
        DUPLICATES,
        DECISIONS,
        NOTES,
        TAGS,
        CRITERIA,
        KEYWORDS,
        REVIEWERS,
        RETRIEVAL,
        /** Statements for the report, studies behind reports, frozen versions. */
        REPORT,
        ATTACHMENTS,
        /** Marks in full texts, and what their colours mean. */
        ANNOTATIONS,
        /** Orders that models gave, what language models were asked, and what they suggest. */
        RANKING,
        /** The team's rules: who screens what, and what is shown to whom. */
        TEAM
    }

    public Changes {
        kinds = Set.copyOf(kinds);
    }

    /** Whether any of the parts named is different now. */
    public boolean touch(Kind first, Kind... more) {
        EnumSet<Kind> asked = EnumSet.of(first, more);
        return kinds.stream().anyMatch(asked::contains);
    }
}
