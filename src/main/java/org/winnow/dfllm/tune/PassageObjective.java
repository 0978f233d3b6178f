package org.winnow.dfllm.tune;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.dfllm.tune.Passages.Pair;
import org.winnow.model.Sha256;

/**
 * To find the passage that answers a question: the passages of a step's other questions are the wrong ones (Henderson et
 * al., arXiv 1705.00652; in sentence-transformers MultipleNegativesRankingLoss).
 */
final class PassageObjective implements Objective {
    /** How steep the choice among products of meanings is, as in sentence-transformers. */
    private static final float SCALE = 20;

    private final List<Pair> learn;
    private final List<Pair> validate;
    private final int batch;
    private final Draw draw;

    PassageObjective(List<Pair> learn, List<Pair> validate, int batch, long seed) {
        this.learn = learn;
        this.validate = validate;
        this.batch = Math.min(batch, learn.size());
        this.draw = new Draw(learn.size(), seed);
    }

    @Override
    public Map<String, Tensor> start(Bert untuned, TuneWatch watch) {
        return Map.of();
    }

    @Override
    public NDArray loss(Bert bert, int step, NDManager arrays, int[] pieces) {
        List<long[]> questions = new ArrayList<>();
        List<long[]> passages = new ArrayList<>();
        for (int i = 0; i < batch; i++) {
            Pair pair = learn.get(draw.at((long) step * batch + i));
            questions.add(pair.question());
            passages.add(pair.passage());
            pieces[0] += pair.question().length + pair.passage().length;
        }
        float[] right = new float[batch * batch];
        for (int i = 0; i < batch; i++) {
            right[i * batch + i] = -1f / batch;
        }
        NDArray asked = bert.meanings(questions, true, arrays);
        NDArray answers = bert.meanings(passages, true, arrays);
        return Cells.times(asked.matMul(answers.transpose()), SCALE)
                .logSoftmax(1)
                .mul(Cells.of(arrays, right, new Shape(batch, batch)))
                .sum();
    }

    @Override
    public boolean validates() {
        return validate.size() > 1;
    }

    /** The score is the mean of one divided by the place of the right passage among all of them. */
    @Override
    public Validation validated(Bert bert) {
        float[][] products = products(bert, validate);
        int[] places = places(products);
        double loss = 0;
        double score = 0;
        for (int i = 0; i < places.length; i++) {
            double sum = 0;
            for (float product : products[i]) {
                sum += Math.exp(SCALE * (product - products[i][i]));
            }
            loss += Math.log(sum) / places.length;
            score += 1.0 / places[i] / places.length;
        }
        return new Validation(loss, score);
    }

    /** How often the right passage is first, or among the first five, of all of them. */
    static Map<String, Object> figures(Bert bert, List<Pair> pairs) {
        int[] places = places(products(bert, pairs));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put(
                "mrr", Arrays.stream(places).mapToDouble(p -> 1.0 / p).average().orElse(0));
        figures.put(
                "recallAt5", Arrays.stream(places).filter(p -> p <= 5).count() / (double) Math.max(1, places.length));
        return figures;
    }

    /** For each question the place of its passage among the passages of all, from 1. */
    static int[] places(float[][] products) {
        int[] places = new int[products.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = 1;
            for (float product : products[i]) {
                places[i] += product > products[i][i] ? 1 : 0;
            }
        }
        return places;
    }

    /** How alike each question is to each passage. */
    static float[][] products(Bert bert, List<Pair> pairs) {
        List<float[]> questions =
                bert.meanings(pairs.stream().map(Pair::question).toList());
        List<float[]> passages = bert.meanings(pairs.stream().map(Pair::passage).toList());
        float[][] products = new float[pairs.size()][pairs.size()];
        for (int i = 0; i < products.length; i++) {
            for (int j = 0; j < products.length; j++) {
                for (int d = 0; d < questions.get(i).length; d++) {
                    products[i][j] += questions.get(i)[d] * passages.get(j)[d];
                }
            }
        }
        return products;
    }

    @Override
    public String hash() {
        MessageDigest digest = Sha256.digest();
        for (List<Pair> part : List.of(learn, validate)) {
            part.forEach(pair -> {
                Hashes.add(digest, pair.question());
                Hashes.add(digest, pair.passage());
            });
            Hashes.add(digest, new long[0]);
        }
        return Sha256.hex(digest);
    }
}
