package org.winnow.formats.decision;

import org.winnow.model.Outcome;
import org.winnow.model.ScreenedRecord;

/** What the review came to about a record, in ASReview's three words. */
public enum FinalLabel {
    RELEVANT("ASReview_relevant", "1"),
    IRRELEVANT("ASReview_irrelevant", "0"),
    NOT_SEEN("ASReview_not_seen", "");

    private final String note;
    private final String cell;

    FinalLabel(String note, String cell) {
        this.note = note;
        this.cell = cell;
    }

    /** The last stage that settled the record counts; a record that goes on to full text is relevant until then. */
    public static FinalLabel of(ScreenedRecord r) {
        if (r.titleAbstract() == Outcome.EXCLUDE || r.fullText() == Outcome.EXCLUDE) {
            return IRRELEVANT;
        }
        return r.fullText().passes() || r.titleAbstract().passes() ? RELEVANT : NOT_SEEN;
    }

    /** The note of a RIS record. */
    public String note() {
        return note;
    }

    /** The value in a column {@code asreview_label}. */
    public String cell() {
        return cell;
    }
}
