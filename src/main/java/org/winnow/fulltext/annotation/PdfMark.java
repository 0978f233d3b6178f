package org.winnow.fulltext.annotation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Anchor;
import org.winnow.model.Annotation;
import org.winnow.model.AnnotationKind;
import org.winnow.model.Criterion;
import org.winnow.model.MarkColour;
import org.winnow.model.RecordId;
import org.winnow.model.Reviewer;

/**
 * An annotation as a PDF has it.
 *
 * @param author as the file says; may be empty
 * @param made when, to a second; 1970 where the file does not say
 * @param criterion label of the criterion that it speaks to; empty for none
 * @param tag that it speaks to; empty for none
 */
public record PdfMark(
        UUID id,
        String author,
        Instant made,
        AnnotationKind kind,
        MarkColour colour,
        Anchor anchor,
        String comment,
        String criterion,
        String tag) {
    /** Beside a mark whose file does not say who made it. */
    private static final String UNKNOWN = "?";

    public PdfMark {
        made = made.truncatedTo(ChronoUnit.SECONDS);
        comment = lines(comment);
    }

    /** As it is to be written. */
    public static PdfMark of(Annotation mark) {
        Criterion criterion = mark.criterion();
        return new PdfMark(
                mark.id(),
                mark.author().equals(UNKNOWN) ? "" : mark.by(),
                mark.made(),
                mark.kind(),
                mark.colour(),
                mark.anchor(),
                mark.comment(),
                criterion == null ? "" : criterion.label(),
                mark.tag());
    }

    /**
     * As it is taken into a review.
     *
     * @param reader who reads it in
     * @param known the review's criterion of that label, or null
     */
    public Annotation in(RecordId record, String sha256, Reviewer reader, @Nullable Criterion known) {
        String by = author.isBlank() ? UNKNOWN : author.strip();
        return new Annotation(id, record, sha256, reader, by, made, kind, colour, anchor, comment, known, tag, made);
    }

    /** PDF text has carriage returns for line ends, and others have both. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }
}
