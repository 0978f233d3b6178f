package org.winnow.dfllm.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** How much more meaning counts than words, each as a share of the question's best passage. */
    private static final double MEANING = 2;

    private final List<Chunk> passages;
    private final Stems stems = new Stems();
    private final Bm25 words;
    /** Unpacked once: every question is held against all of them. */
    private final float[][] meanings;

    /** @param embedding is asked for the passages of one file at a time, so that they can be kept together */
    Shelf(List<Chunk> passages, Embedding embedding, Progress progress) {
        this.passages = List.copyOf(passages);
        this.words = new Bm25(passages.stream().map(p -> stems.of(p.text())).toList());
        Map<String, List<String>> files = new LinkedHashMap<>();
        passages.forEach(
                p -> files.computeIfAbsent(p.sha256(), f -> new ArrayList<>()).add(p.text()));
        Map<String, List<Vector>> vectors = new LinkedHashMap<>();
        files.forEach((file, texts) -> {
            progress.at(vectors.size(), files.size());
            progress.check();
            vectors.put(file, embedding.of(texts, new Checking(progress)));
        });
        Map<String, Integer> next = new LinkedHashMap<>();
        this.meanings = passages.stream()
                .map(p -> vectors.getOrDefault(p.sha256(), List.of())
                        .get(next.merge(p.sha256(), 1, Integer::sum) - 1)
                        .components())
                .toArray(float[][]::new);
    }

    /** A file's own progress is none of anybody's business, its being cancelled is. */
    private record Checking(Progress whole) implements Progress {
        @Override
        public void at(long done, long total) {}

        @Override
        public void check() {
            whole.check();
        }
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
                    case BOTH -> together(chosen, byWords, byMeaning);
                };
        return sorted(chosen, scores).map(passages::get).toList();
    }

    private static double[] together(int[] chosen, double[] byWords, double[] byMeaning) {
        double mostWords =
                IntStream.of(chosen).mapToDouble(i -> byWords[i]).max().orElse(0);
        double mostMeaning =
                IntStream.of(chosen).mapToDouble(i -> byMeaning[i]).max().orElse(0);
        double[] sum = new double[byWords.length];
        for (int i : chosen) {
            sum[i] = (mostWords > 0 ? byWords[i] / mostWords : 0)
                    + (mostMeaning > 0 ? MEANING * byMeaning[i] / mostMeaning : 0);
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
