package org.winnow.dfllm.tune;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A BERT network in PyTorch, some of whose weights are learnt. */
final class Bert implements AutoCloseable {
    private static final float EPSILON = 1e-12f;
    /** As good as minus infinity for a piece that is not there. */
    private static final float NOTHING = -1e9f;

    /** Numbers of states that are kept, some 400 MB. */
    private static final long MOST_KEPT = 100_000_000;

    private final NDManager manager;
    private final BertShape shape;
    private final Method method;
    private final Map<String, NDArray> fixed = new LinkedHashMap<>();
    private final Map<String, NDArray> learnt = new LinkedHashMap<>();
    /** By the text itself, which never changes. */
    private final Map<long[], float[]> below = new IdentityHashMap<>();

    /** @param more what else is learnt with the network, such as a classifier on top */
    Bert(
            NDManager manager,
            BertShape shape,
            Map<String, Tensor> base,
            Method method,
            long seed,
            Map<String, Tensor> more) {
        this.manager = manager;
        this.shape = shape;
        this.method = method;
        Map<String, Tensor> start = new LinkedHashMap<>(method.start(shape, base, seed));
        start.putAll(more);
        start.forEach((name, tensor) -> {
            NDArray array = Cells.of(manager, tensor);
            array.setRequiresGradient(true);
            learnt.put(name, array);
        });
        base.forEach((name, tensor) -> {
            if (!learnt.containsKey(name)) {
                fixed.put(name, Cells.of(manager, tensor));
            }
        });
    }

    NDManager manager() {
        return manager;
    }

    BertShape shape() {
        return shape;
    }

    /** What is learnt, by name; the arrays live as long as the network. */
    Map<String, NDArray> learnt() {
        return learnt;
    }

    /** What has been learnt so far. */
    Map<String, Tensor> values() {
        Map<String, Tensor> values = new LinkedHashMap<>();
        learnt.forEach((name, array) -> values.put(name, Cells.tensor(array)));
        return values;
    }

    /** Takes values up again that {@link #values} gave. */
    void take(Map<String, Tensor> values) {
        learnt.forEach((name, array) -> Cells.put(array, values.get(name)));
    }

    /**
     * The meanings of some texts, of length 1 each.
     *
     * @param texts pieces of words
     * @param learning whether components are left out at random
     * @param step what the results live in
     */
    NDArray meanings(List<long[]> texts, boolean learning, NDManager step) {
        int most = texts.stream().mapToInt(t -> t.length).max().orElseThrow();
        float[] present = new float[texts.size() * most];
        float[] states = new float[present.length * shape.width()];
        for (int i = 0; i < texts.size(); i++) {
            Arrays.fill(present, i * most, i * most + texts.get(i).length, 1);
            float[] one = below(texts.get(i));
            System.arraycopy(one, 0, states, i * most * shape.width(), one.length);
        }
        NDArray mask = Cells.of(step, present, new Shape(texts.size(), most));
        Rungs rungs = new Rungs(learnt, learning ? method.dropout() : 0);
        NDArray upper = rungs.with(layers(
                Cells.of(step, states, new Shape(texts.size(), most, shape.width())),
                mask,
                method.first(shape),
                shape.layers(),
                learning,
                method instanceof Method.Ladder ? rungs : null));
        NDArray shown = mask.expandDims(2);
        NDArray mean = upper.mul(shown).sum(new int[] {1}).div(shown.sum(new int[] {1}));
        return mean.div(mean.square().sum(new int[] {1}, true).sqrt());
    }

    /**
     * What the layers below the first that is learnt make of a text, computed once: they stay as they are. Always of one
     * text alone, for in company the last digits would depend on the others.
     */
    private float[] below(long[] text) {
        float[] known = below.get(text);
        if (known != null) {
            return known;
        }
        try (NDManager arrays = manager.newSubManager()) {
            NDArray numbers = arrays.create(text, new Shape(1, text.length));
            NDArray mask = arrays.ones(new Shape(1, text.length));
            float[] states = layers(bottom(numbers), mask, 0, method.first(shape), false, null)
                    .toFloatArray();
            if ((below.size() + 1L) * text.length * shape.width() < MOST_KEPT) {
                below.put(text, states);
            }
            return states;
        }
    }

    private NDArray bottom(NDArray numbers) {
        int length = (int) numbers.getShape().get(1);
        NDArray at = numbers.getManager().arange(0, length, 1, DataType.INT64).expandDims(0);
        NDArray kinds = at.zerosLike();
        NDArray states = looked(numbers, "word").add(looked(at, "position")).add(looked(kinds, "token_type"));
        return norm(states, "embeddings.LayerNorm");
    }

    private NDArray layers(NDArray from, NDArray mask, int first, int end, boolean learning, @Nullable Rungs beside) {
        NDArray hidden = mask.mul(-1).add(1).mul(NOTHING).expandDims(1).expandDims(1);
        NDArray states = from;
        for (int i = first; i < end; i++) {
            states = layer(Method.layer(i), states, hidden, learning);
            if (beside != null) {
                beside.climb(i, states);
            }
        }
        return states;
    }

    private NDArray looked(NDArray numbers, String table) {
        NDArray weight = weight("embeddings." + table + "_embeddings.weight");
        return in(numbers, Embedding.embedding(numbers, weight, SparseFormat.DENSE));
    }

    private NDArray layer(String name, NDArray states, NDArray hidden, boolean learning) {
        NDArray query = heads(linear(name + "attention.self.query", states, learning));
        NDArray key = heads(linear(name + "attention.self.key", states, learning));
        NDArray value = heads(linear(name + "attention.self.value", states, learning));
        NDArray attention = Cells.times(query.matMul(key.transpose(0, 1, 3, 2)), 1 / Math.sqrt(shape.headWidth()))
                .add(hidden)
                .softmax(-1);
        NDArray seen = attention
                .matMul(value)
                .transpose(0, 2, 1, 3)
                .reshape(states.getShape().get(0), states.getShape().get(1), shape.width());
        NDArray first = linear(name + "attention.output.dense", seen, learning).add(states);
        first = norm(first, name + "attention.output.LayerNorm");
        NDArray inner = Activation.gelu(linear(name + "intermediate.dense", first, learning));
        NDArray second = linear(name + "output.dense", inner, learning).add(first);
        return norm(second, name + "output.LayerNorm");
    }

    private NDArray heads(NDArray states) {
        long texts = states.getShape().get(0);
        long pieces = states.getShape().get(1);
        return states.reshape(texts, pieces, shape.heads(), shape.headWidth()).transpose(0, 2, 1, 3);
    }

    private NDArray linear(String name, NDArray states, boolean learning) {
        NDArray out = in(states, Linear.linear(states, weight(name + ".weight"), weight(name + ".bias")));
        NDArray down = learnt.get(name + Method.Lora.DOWN);
        if (down != null && method instanceof Method.Lora lora) {
            NDArray narrow = in(states, Linear.linear(left(states, learning), down));
            NDArray more = in(states, Linear.linear(narrow, learnt.get(name + Method.Lora.UP)));
            return out.add(Cells.times(more, lora.scale()));
        }
        boolean whole = method instanceof Method.LastLayers && learnt.containsKey(name + ".weight");
        return whole && name.endsWith("output.dense") ? left(out, learning) : out;
    }

    /** What is left after components are taken out at random. */
    private NDArray left(NDArray states, boolean learning) {
        return learning && method.dropout() > 0
                ? in(states, Dropout.dropout(states, (float) method.dropout(), true))
                : states;
    }

    private NDArray norm(NDArray states, String name) {
        return in(
                states,
                LayerNorm.layerNorm(
                        states, new Shape(shape.width()), weight(name + ".weight"), weight(name + ".bias"), EPSILON));
    }

    /** Results belong to what they were made of, whichever of the operands the library gives them to. */
    static NDArray in(NDArray of, NDList made) {
        NDArray result = made.singletonOrThrow();
        if (result.getManager() != of.getManager()) {
            result.attach(of.getManager());
        }
        return result;
    }

    private NDArray weight(String name) {
        @Nullable NDArray weight = learnt.get(name);
        return weight != null ? weight : fixed.get(name);
    }

    /** The meanings of texts, without learning, a few at a time. */
    List<float[]> meanings(List<long[]> texts) {
        return meanings(texts, TuneWatch.NONE);
    }

    /** @param watch is told after each text, and may stop it */
    List<float[]> meanings(List<long[]> texts, TuneWatch watch) {
        List<float[]> all = new ArrayList<>();
        for (long[] text : texts) {
            watch.check();
            watch.reading(all.size(), texts.size());
            try (NDManager step = manager.newSubManager()) {
                all.add(meanings(List.of(text), false, step).toFloatArray());
            }
        }
        return all;
    }

    @Override
    public void close() {
        manager.close();
    }
}
