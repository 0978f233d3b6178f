package org.winnow.dfllm.tune;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A network of a few random weights, and a task that it can learn: texts with a certain word are relevant. */
final class TinyBert {
    static final BertShape SHAPE = new BertShape(3, 16, 2, 32, 60, 24);

    private static final long TELLING = 7;

    private TinyBert() {}

    static Map<String, Tensor> weights() {
        SplittableRandom random = new SplittableRandom(5);
        Map<String, Tensor> weights = new LinkedHashMap<>();
        int width = SHAPE.width();
        weights.put("embeddings.word_embeddings.weight", drawn(random, SHAPE.vocabulary(), width));
        weights.put("embeddings.position_embeddings.weight", drawn(random, SHAPE.positions(), width));
        weights.put("embeddings.token_type_embeddings.weight", drawn(random, 2, width));
        norm(weights, "embeddings.LayerNorm");
        for (int i = 0; i < SHAPE.layers(); i++) {
            String layer = Method.layer(i);
            for (String part : List.of("attention.self.query", "attention.self.key", "attention.self.value")) {
                linear(weights, random, layer + part, width, width);
            }
            linear(weights, random, layer + "attention.output.dense", width, width);
            norm(weights, layer + "attention.output.LayerNorm");
            linear(weights, random, layer + "intermediate.dense", width, SHAPE.inner());
            linear(weights, random, layer + "output.dense", SHAPE.inner(), width);
            norm(weights, layer + "output.LayerNorm");
        }
        return weights;
    }

    private static void linear(Map<String, Tensor> weights, SplittableRandom random, String name, int in, int out) {
        weights.put(name + ".weight", drawn(random, out, in));
        weights.put(name + ".bias", drawn(random, out));
    }

    private static void norm(Map<String, Tensor> weights, String name) {
        Tensor ones = Tensor.zeros(SHAPE.width());
        Arrays.fill(ones.values(), 1);
        weights.put(name + ".weight", ones);
        weights.put(name + ".bias", Tensor.zeros(SHAPE.width()));
    }

    private static Tensor drawn(SplittableRandom random, long... shape) {
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.values().length; i++) {
            tensor.values()[i] = (float) random.nextDouble(-0.5, 0.5);
        }
        return tensor;
    }

    static Bert of(NDManager manager, Map<String, Tensor> weights, Method method, Map<String, Tensor> more) {
        return new Bert(manager.newSubManager(), SHAPE, weights, method, 1, more);
    }

    /** Every third text holds the telling word three times. */
    static Screened task(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<long[]> texts = new ArrayList<>();
        boolean[] relevant = new boolean[size];
        for (int i = 0; i < size; i++) {
            long[] text = random.longs(random.nextInt(5, 12), 10, 60).toArray();
            relevant[i] = i % 3 == 0;
            if (relevant[i]) {
                text[0] = TELLING;
                text[text.length / 2] = TELLING;
                text[text.length - 1] = TELLING;
            }
            texts.add(text);
        }
        return new Screened(texts, relevant);
    }
}
