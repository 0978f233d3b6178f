package org.winnow.dfllm.ask;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.ask.Answer.Said;

/**
 * An answer that a language model wrote from passages of the papers, every sentence held against the words that it cites.
 *
 * @param answered whether the model found an answer in the passages
 * @param call under which the question is written down
 */
public record Written(String question, boolean answered, List<Sentence> sentences, String call) {
    /**
     * A sentence of the answer.
     *
     * @param quote the words that the model cites
     * @param source the sentences of a paper that hold those words; null where no paper that it was given has them
     * @param label how the source stands to the sentence
     */
    public record Sentence(
            String text, String quote, @Nullable Said source, Label label) {
        /** Whether a paper says what the sentence says, as far as can be seen without reading it. */
        public boolean supported() {
            return source != null && label == Label.SUPPORTED;
        }
    }

    public Written {
        sentences = List.copyOf(sentences);
    }
}
