package org.winnow.dfllm.ask;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.ask.Answer.Said;

/**
 * What one paper says to one question, in a table.
 *
 * @param answer in the paper's words, or a model's; empty where the paper does not say
 * @param source the sentences of the paper that it rests on; null where there are none
 * @param label how they stand to an answer that a model wrote; null where the answer is the paper's own sentence
 */
public record Cell(
        String answer, @Nullable Said source, @Nullable Label label) {
    static final Cell EMPTY = new Cell("", null, null);
    /** Where a model gave no answer that can be used. */
    static final Cell UNUSABLE = new Cell("", null, Label.NOT_ENOUGH);

    /** The best sentence itself. */
    public static Cell of(Answer answer) {
        return answer.sentences().stream()
                .findFirst()
                .map(s -> new Cell(s.text(), s, null))
                .orElse(EMPTY);
    }

    /** Whether a model was asked and gave no answer that can be used: the paper may say it all the same. */
    public boolean unusable() {
        return answer.isEmpty() && label != null;
    }

    /** Whether the paper was found to say it; a person looks at what was not. */
    public boolean supported() {
        return source != null && (label == null || label == Label.SUPPORTED);
    }

    /** The pages of the source, in words. */
    public String pages() {
        return source == null
                ? ""
                : source.quotes().stream()
                        .map(q -> String.valueOf(q.span().page()))
                        .distinct()
                        .collect(Collectors.joining(" and "));
    }
}
