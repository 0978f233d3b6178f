package org.winnow.dfllm.dataset;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.ask.Label;

/**
 * A question with its answer.
 *
 * @param id a UUID, the same through all changes and in every file
 * @param group of items that ask the same in other words; they are never divided
 * @param label how the answer stands to the papers, as FEVER has it; null where nobody said so
 * @param evidence where the answer comes from
 * @param provenance how it came about
 * @param how by what in particular: the fact it follows from, the model and its prompt, the file
 * @param author who wrote it; empty where no person did, or none is known
 * @param original the answer before it was edited; empty where nobody did
 * @param by who gave it its state; empty where nobody has
 * @param at when
 */
public record Item(
        String id,
        Level level,
        String question,
        String answer,
        String group,
        @Nullable Label label,
        List<Evidence> evidence,
        Provenance provenance,
        String how,
        String author,
        State state,
        String original,
        String by,
        Instant at) {
    public Item {
        evidence = List.copyOf(evidence);
        question = question.strip();
        answer = answer.strip();
    }

    /**
     * An item as a person writes it, who stands for it.
     *
     * @param sameAs an item that asks the same in other words, or null
     * @param label how the answer stands to the papers, or null
     */
    public static Item written(
            Level level,
            String question,
            String answer,
            @Nullable Item sameAs,
            @Nullable Label label,
            List<Evidence> evidence,
            String author,
            Instant at) {
        String id = UUID.randomUUID().toString();
        return new Item(
                id,
                level,
                question,
                answer,
                sameAs == null ? id : sameAs.group(),
                label,
                evidence,
                Provenance.WRITTEN,
                "",
                author,
                State.ACCEPTED,
                "",
                author,
                at);
    }

    /** An item that nobody has looked at yet, and that no person wrote. */
    public static Item draft(
            String id,
            Level level,
            String question,
            String answer,
            List<Evidence> evidence,
            Provenance provenance,
            String how,
            Instant at) {
        return new Item(id, level, question, answer, id, null, evidence, provenance, how, "", State.DRAFT, "", "", at);
    }

    /** The reports that it is about, by the UUIDs of their records. */
    public Set<String> records() {
        Set<String> records = new LinkedHashSet<>();
        evidence.forEach(e -> records.add(e.record()));
        return records;
    }

    /** The same with what somebody says of it. */
    public Item as(State said, String who, Instant when) {
        return with(question, answer, said, original, who, when);
    }

    /** The same with another wording, which a person stands for. */
    public Item edited(String newQuestion, String newAnswer, String who, Instant when) {
        String before = original.isEmpty() && !newAnswer.strip().equals(answer) ? answer : original;
        return with(newQuestion, newAnswer, State.EDITED, before, who, when);
    }

    /** The same with where its answer comes from. */
    public Item resting(List<Evidence> on) {
        return new Item(
                id, level, question, answer, group, label, on, provenance, how, author, state, original, by, at);
    }

    /** The same among those that ask the same, with what is said of it and the answer that it is better than. */
    Item of(String same, State said, String before) {
        return new Item(
                id, level, question, answer, same, label, evidence, provenance, how, author, said, before, by, at);
    }

    private Item with(String asked, String answered, State said, String before, String who, Instant when) {
        return new Item(
                id, level, asked, answered, group, label, evidence, provenance, how, author, said, before, who, when);
    }
}
