package org.winnow.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Anchor;
import org.winnow.model.Annotation;
import org.winnow.model.AnnotationKind;
import org.winnow.model.Criterion;
import org.winnow.model.CriterionId;
import org.winnow.model.MarkColour;
import org.winnow.model.Quad;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;

/** What is said of a mark at one time: a row of the table. */
record AnnotationFact(
        UUID mark,
        RecordId record,
        String sha256,
        ReviewerId reviewer,
        String author,
        Instant made,
        AnnotationKind kind,
        MarkColour colour,
        Anchor anchor,
        String comment,
        @Nullable CriterionId criterion,
        String tag,
        boolean present) {

    static AnnotationFact of(Annotations.Draft draft, UUID mark, Instant now) {
        return new AnnotationFact(
                mark,
                draft.record(),
                draft.sha256(),
                draft.reviewer(),
                "",
                now,
                draft.kind(),
                draft.colour(),
                draft.anchor(),
                draft.comment(),
                draft.criterion(),
                draft.tag(),
                true);
    }

    static AnnotationFact of(Annotation mark, boolean present) {
        Criterion criterion = mark.criterion();
        return new AnnotationFact(
                mark.id(),
                mark.record(),
                mark.sha256(),
                mark.reviewer().id(),
                mark.author(),
                mark.made(),
                mark.kind(),
                mark.colour(),
                mark.anchor(),
                mark.comment(),
                criterion == null ? null : criterion.id(),
                mark.tag(),
                present);
    }

    void write(Tx tx) {
        String name = tag.strip();
        tx.handle()
                .createUpdate("""
                        INSERT INTO annotation (uuid, mark, record_id, sha256, reviewer_id, author, made_at, kind, colour,
                            page, quads, quote, prefix, suffix, comment, folded, criterion_id, tag_id, present, at)
                        VALUES (:uuid, :mark, :record, :sha256, :reviewer, :author, :made, :kind, :colour,
                            :page, :quads, :quote, :prefix, :suffix, :comment, :folded, :criterion, :tag, :present, :now)
                        """)
                .bind("uuid", tx.newUuid())
                .bind("mark", mark.toString())
                .bind("record", record.value())
                .bind("sha256", sha256)
                .bind("reviewer", reviewer.value())
                .bind("author", author)
                .bind("made", made.toEpochMilli())
                .bind("kind", kind.key())
                .bind("colour", colour.key())
                .bind("page", anchor.page())
                .bind("quads", Quad.text(anchor.quads()))
                .bind("quote", anchor.quote())
                .bind("prefix", anchor.prefix())
                .bind("suffix", anchor.suffix())
                .bind("comment", comment.strip())
                .bind("folded", Annotations.folded(anchor.quote() + "\n" + comment.strip() + "\n" + name))
                .bind("criterion", criterion == null ? null : criterion.value())
                .bind("tag", name.isEmpty() ? null : Tags.idOf(tx, name))
                .bind("present", present)
                .bind("now", tx.now())
                .execute();
    }
}
