package org.winnow.store;

import org.jspecify.annotations.Nullable;
import org.winnow.model.AnnotationKind;
import org.winnow.model.CriterionId;
import org.winnow.model.MarkColour;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;

/**
 * Which annotations of a review.
 *
 * @param words that stand in quote, comment or tag, all of them, whatever their case, those in quotation marks one behind
 *     the other; empty for any
 * @param record or null for all
 * @param sha256 of one file, or empty
 * @param reviewer whose, or null for everybody's
 * @param kind or null for any
 * @param colour or null for any
 * @param criterion that they speak to, or null for any
 */
public record AnnotationQuery(
        String words,
        @Nullable RecordId record,
        String sha256,
        @Nullable ReviewerId reviewer,
        @Nullable AnnotationKind kind,
        @Nullable MarkColour colour,
        @Nullable CriterionId criterion) {

    public static AnnotationQuery everything() {
        return new AnnotationQuery("", null, "", null, null, null, null);
    }

    /** Those in the full texts of one record. */
    public static AnnotationQuery of(RecordId record) {
        return new AnnotationQuery("", record, "", null, null, null, null);
    }

    /** Those in one file of a record. */
    public static AnnotationQuery in(RecordId record, String sha256) {
        return new AnnotationQuery("", record, sha256, null, null, null, null);
    }

    public AnnotationQuery withWords(String other) {
        return new AnnotationQuery(other, record, sha256, reviewer, kind, colour, criterion);
    }

    public AnnotationQuery by(@Nullable ReviewerId other) {
        return new AnnotationQuery(words, record, sha256, other, kind, colour, criterion);
    }

    public AnnotationQuery withColour(@Nullable MarkColour other) {
        return new AnnotationQuery(words, record, sha256, reviewer, kind, other, criterion);
    }

    public AnnotationQuery withKind(@Nullable AnnotationKind other) {
        return new AnnotationQuery(words, record, sha256, reviewer, other, colour, criterion);
    }

    public AnnotationQuery about(@Nullable CriterionId other) {
        return new AnnotationQuery(words, record, sha256, reviewer, kind, colour, other);
    }
}
