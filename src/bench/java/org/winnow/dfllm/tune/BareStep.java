package org.winnow.dfllm.tune;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.LinkedHashMap;
import java.util.Map;

/** One step of learning in DJL as one writes it down: no checks, no cut-off, no seed, no record of anything. */
final class BareStep {
    private static final float HIDDEN = -1e9f;

    private final NDManager manager;
    private final BertShape shape;
    private final Method.Lora lora;
    private final Map<String, NDArray> weights = new LinkedHashMap<>();
    private final Map<String, NDArray> learnt = new LinkedHashMap<>();
    private final NDArray states;
    private final NDArray signs;
    private final NDArray self;
    private final NDArray alike;
    private final int batch;
    private final Optimizer optimizer =
            Optimizer.adamW().optLearningRateTracker(Tracker.fixed(1e-3f)).build();

    /** @param start of what is learnt, by name */
    BareStep(
            NDManager manager,
            BertShape shape,
            Map<String, Tensor> base,
            Method.Lora lora,
            Map<String, Tensor> start,
            int batch,
            int pieces) {
        this.manager = manager;
        this.shape = shape;
        this.lora = lora;
        this.batch = batch;
        base.forEach((name, tensor) -> weights.put(name, Cells.of(manager, tensor)));
        start.forEach((name, tensor) -> {
            NDArray array = Cells.of(manager, tensor);
            array.setRequiresGradient(true);
            learnt.put(name, array);
        });
        states = manager.randomNormal(new Shape(batch, pieces, shape.width()));
        int half = batch / 2;
        signs = manager.ones(new Shape(half, 1)).mul(-1).concat(manager.ones(new Shape(half, 1)), 0);
        self = manager.eye(half, batch, 0, states.getDataType()).mul(HIDDEN);
        NDArray same = manager.ones(new Shape(half, half)).sub(manager.eye(half));
        alike = same.concat(manager.zeros(new Shape(half, half)), 1).div(-half * (half - 1f));
    }

    void go() {
        try (NDManager arrays = manager.newSubManager();
                GradientCollector collector = arrays.getEngine().newGradientCollector()) {
            NDArray in = states.duplicate();
            in.attach(arrays);
            collector.backward(loss(meanings(in)));
            learnt.forEach((name, array) -> optimizer.update(name, array, array.getGradient()));
            collector.zeroGradients();
        }
    }

    private NDArray loss(NDArray meanings) {
        NDArray scores = linear(meanings, learnt.get(ScreeningObjective.DIRECTION))
                .mul(10)
                .add(learnt.get(ScreeningObjective.OFFSET));
        NDArray apart = meanings.get("0:" + batch / 2)
                .matMul(meanings.transpose())
                .mul(10)
                .add(self)
                .logSoftmax(1)
                .mul(alike)
                .sum();
        return Activation.softPlus(scores.mul(signs)).mean().add(apart);
    }

    private NDArray meanings(NDArray in) {
        NDArray up = in;
        for (int i = lora.first(shape); i < shape.layers(); i++) {
            up = layer(Method.layer(i), up);
        }
        NDArray mean = up.mean(new int[] {1});
        return mean.div(mean.square().sum(new int[] {1}, true).sqrt());
    }

    private NDArray layer(String name, NDArray in) {
        NDArray query = heads(adapted(name + "attention.self.query", in));
        NDArray key = heads(adapted(name + "attention.self.key", in));
        NDArray value = heads(adapted(name + "attention.self.value", in));
        NDArray seen = query.matMul(key.transpose(0, 1, 3, 2))
                .mul(1 / (float) Math.sqrt(shape.headWidth()))
                .softmax(-1)
                .matMul(value)
                .transpose(0, 2, 1, 3)
                .reshape(in.getShape());
        NDArray first = norm(adapted(name + "attention.output.dense", seen).add(in), name + "attention.output");
        NDArray inner = Activation.gelu(adapted(name + "intermediate.dense", first));
        return norm(adapted(name + "output.dense", inner).add(first), name + "output");
    }

    private NDArray heads(NDArray in) {
        return in.reshape(in.getShape().get(0), in.getShape().get(1), shape.heads(), shape.headWidth())
                .transpose(0, 2, 1, 3);
    }

    private NDArray adapted(String name, NDArray in) {
        NDArray out = Linear.linear(in, weights.get(name + ".weight"), weights.get(name + ".bias"))
                .singletonOrThrow();
        NDArray left = Dropout.dropout(in, (float) lora.dropout(), true).singletonOrThrow();
        NDArray more = linear(linear(left, learnt.get(name + Method.Lora.DOWN)), learnt.get(name + Method.Lora.UP));
        return out.add(more.mul((float) lora.scale()));
    }

    private static NDArray linear(NDArray in, NDArray weight) {
        return Linear.linear(in, weight).singletonOrThrow();
    }

    private NDArray norm(NDArray in, String name) {
        NDList out = LayerNorm.layerNorm(
                in,
                new Shape(shape.width()),
                weights.get(name + ".LayerNorm.weight"),
                weights.get(name + ".LayerNorm.bias"),
                1e-12f);
        return out.singletonOrThrow();
    }
}
