package org.winnow.dfllm.dataset;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A question with its answer.
 *
 * @param id a UUID, the same through all changes and in every file
 * @param group of items that ask the same in other words; they are never divided
 * @param evidence where the answer comes from
 * @param provenance how it came about
 * @param how by what in particular: the fact it follows from, the model and its prompt, the file
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
        List<Evidence> evidence,
        Provenance provenance,
        String how,
        State state,
        String original,
        String by,
        Instant at) {
    public Item {
        evidence = List.copyOf(evidence);
        question = question.strip();
        answer = answer.strip();
    }

    /** The reports that it is about, by the UUIDs of their records. */
    public Set<String> records() {
        Set<String> records = new LinkedHashSet<>();
        evidence.forEach(e -> records.add(e.record()));
        return records;
    }

    /** The same with what somebody says of it. */
    public Item as(State said, String who, Instant when) {
        return new Item(id, level, question, answer, group, evidence, provenance, how, said, original, who, when);
    }

    /** The same with another wording, which a person stands for. */
    public Item edited(String newQuestion, String newAnswer, String who, Instant when) {
        String before = original.isEmpty() && !newAnswer.strip().equals(answer) ? answer : original;
        return new Item(
                id, level, newQuestion, newAnswer, group, evidence, provenance, how, State.EDITED, before, who, when);
    }

    /** The same in the group of another that asks the same. */
    public Item inGroup(String other) {
        return new Item(id, level, question, answer, other, evidence, provenance, how, state, original, by, at);
    }
}
