package org.winnow.dfllm.ask;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.winnow.dfllm.corpus.Chunk;
import org.winnow.dfllm.corpus.CorpusSettings;
import org.winnow.embedding.Embedding;
import org.winnow.embedding.Vector;
import org.winnow.work.Progress;

/** Passages that can be found by words and by meaning. */
final class Shelf {
    /** A passage is no longer than what the network takes in at once, and keeps nearly the same of other papers. */
    static final CorpusSettings SETTINGS = new CorpusSettings(
            96,
            1,
            CorpusSettings.USUAL.leftOut(),
            CorpusSettings.USUAL.languages(),
            CorpusSettings.USUAL.licences(),
            2);

    private static final int FUSION = 60;

    private final List<Chunk> passages;
    private final Stems stems = new Stems();
    private final Bm25 words;
    /** Unpacked once: every question is held against all of them. */
    private final float[][] meanings;

    Shelf(List<Chunk> passages, Embedding embedding, Progress progress) {
        this.passages = List.copyOf(passages);
        this.words = new Bm25(passages.stream().map(p -> stems.of(p.text())).toList());
        this.meanings = embedding.of(passages.stream().map(Chunk::text).toList(), progress).stream()
                .map(Vector::components)
                .toArray(float[][]::new);
    }

    Bm25 words() {
        return words;
    }

    Stems stems() {
        return stems;
    }

    /** The passages that are asked for, the likeliest first; equal ones in the order of the corpus. */
    List<Chunk> ranked(String question, Vector meaning, Method method, Predicate<Chunk> wanted) {
        int[] chosen = IntStream.range(0, passages.size())
                .filter(i -> wanted.test(passages.get(i)))
                .toArray();
        double[] byWords = words.scores(stems.of(question));
        double[] byMeaning = new double[passages.size()];
        float[] asked = meaning.components();
        for (int i : chosen) {
            byMeaning[i] = product(asked, meanings[i]);
        }
        double[] scores =
                switch (method) {
                    case WORDS -> byWords;
                    case MEANING -> byMeaning;
                    case BOTH -> fused(chosen, byWords, byMeaning);
                };
        return sorted(chosen, scores).map(passages::get).toList();
    }

    private double[] fused(int[] chosen, double[] byWords, double[] byMeaning) {
        double[] sum = new double[passages.size()];
        for (double[] scores : List.of(byWords, byMeaning)) {
            int rank = 1;
            for (int i : (Iterable<Integer>) sorted(chosen, scores)::iterator) {
                sum[i] += 1.0 / (FUSION + rank++);
            }
        }
        return sum;
    }

    private static Stream<Integer> sorted(int[] chosen, double[] scores) {
        return IntStream.of(chosen)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> scores[i])
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The cosine of two vectors of length 1. */
    static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
