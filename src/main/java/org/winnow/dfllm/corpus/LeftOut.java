package org.winnow.dfllm.corpus;

/**
 * Something of a paper that is not in the corpus.
 *
 * @param what a section's heading, or the beginning of a sentence or passage
 * @param why in words
 * @param tokens in it
 */
public record LeftOut(String what, String why, int tokens) {
    private static final int SHOWN = 80;

    static LeftOut passage(String text, String why, int tokens) {
        return new LeftOut(text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "\u2026", why, tokens);
    }
}
