package org.winnow.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mark in a full text as it stands now. Every edit of it is a fact of its own; the newest is current.
 *
 * @param id of the mark, the same through all edits and in every PDF that it is written into
 * @param record whose full text it is
 * @param sha256 of the file in which it stands
 * @param reviewer who made it or read it in
 * @param author who made it in another program, as that file says; empty where it was made here
 * @param made when, to a second
 * @param comment may be empty
 * @param criterion the criterion or reason for exclusion that it speaks to, or null
 * @param tag a tag that it speaks to; empty for none
 * @param at when it was last changed
 */
public record Annotation(
        UUID id,
        RecordId record,
        String sha256,
        Reviewer reviewer,
        String author,
        Instant made,
        AnnotationKind kind,
        MarkColour colour,
        Anchor anchor,
        String comment,
        @Nullable Criterion criterion,
        String tag,
        Instant at) {

    /** Who is to be named beside it. */
    public String by() {
        return author.isEmpty() ? reviewer.name() : author;
    }

    public Annotation withComment(String text) {
        return new Annotation(
                id, record, sha256, reviewer, author, made, kind, colour, anchor, text, criterion, tag, at);
    }

    public Annotation withColour(MarkColour other) {
        return new Annotation(
                id, record, sha256, reviewer, author, made, kind, other, anchor, comment, criterion, tag, at);
    }

    public Annotation withAnchor(Anchor other) {
        return new Annotation(
                id, record, sha256, reviewer, author, made, kind, colour, other, comment, criterion, tag, at);
    }

    public Annotation withCriterion(@Nullable Criterion other) {
        return new Annotation(
                id, record, sha256, reviewer, author, made, kind, colour, anchor, comment, other, tag, at);
    }

    public Annotation withTag(String other) {
        return new Annotation(
                id, record, sha256, reviewer, author, made, kind, colour, anchor, comment, criterion, other, at);
    }
}
