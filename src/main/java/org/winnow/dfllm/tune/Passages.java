package org.winnow.dfllm.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.winnow.embedding.WordPieces;

/**
 * Questions with their passages in three parts: to learn from, to stop by, and to judge with, which is never learnt from.
 */
public record Passages(List<Pair> learn, List<Pair> validate, List<Pair> judge) {
    /** A question and the passage that answers it, in pieces of words. */
    public record Pair(long[] question, long[] passage) {
        public static Pair of(WordPieces pieces, String question, String passage) {
            return new Pair(pieces.of(question), pieces.of(passage));
        }
    }

    /**
     * Shares pairs out by chance.
     *
     * @param validate share to stop by
     * @param judge share to judge with
     */
    public static Passages of(List<Pair> pairs, double validate, double judge, long seed) {
        List<Pair> mixed = new ArrayList<>(pairs);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = mixed.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            Pair at = mixed.get(i);
            mixed.set(i, mixed.get(j));
            mixed.set(j, at);
        }
        int held = (int) Math.round(judge * mixed.size());
        int stopped = held + (int) Math.round(validate * mixed.size());
        return new Passages(
                List.copyOf(mixed.subList(stopped, mixed.size())),
                List.copyOf(mixed.subList(held, stopped)),
                List.copyOf(mixed.subList(0, held)));
    }
}
