package org.winnow.dfllm.tune;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Steps against the gradient, each weight's as long as its gradients so far suggest, and weights shrink by themselves
 * (Loshchilov and Hutter, arXiv 1711.05101). DJL's own kernel, with a state that can be kept.
 */
final class AdamW {
    private static final float FIRST = 0.9f;
    private static final float SECOND = 0.999f;
    private static final float EPSILON = 1e-8f;
    /** Longer gradients are shortened to this, all together. */
    private static final double LONGEST = 1;

    private static final float NO_CLIP = -1;

    private final Map<String, NDArray> learnt;
    private final Map<String, NDArray> means = new LinkedHashMap<>();
    private final Map<String, NDArray> variances = new LinkedHashMap<>();
    private final double decay;

    AdamW(Map<String, NDArray> learnt, double decay) {
        this.learnt = learnt;
        this.decay = decay;
        learnt.forEach((name, array) -> {
            means.put(name, array.getManager().zeros(array.getShape()));
            variances.put(name, array.getManager().zeros(array.getShape()));
        });
    }

    /**
     * Goes one step and forgets the gradients.
     *
     * @param step counted from 0
     * @param arrays what lives for this step only
     */
    void step(int step, double rate, NDManager arrays) {
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        learnt.forEach((name, array) -> {
            NDArray gradient = array.getGradient();
            gradient.attach(arrays);
            gradients.put(name, gradient);
        });
        double squares = 0;
        for (NDArray gradient : gradients.values()) {
            squares += gradient.square().sum().getFloat();
        }
        float shorten = (float) Math.min(1, LONGEST / (Math.sqrt(squares) + 1e-12));
        double corrected = rate * Math.sqrt(1 - Math.pow(SECOND, step + 1)) / (1 - Math.pow(FIRST, step + 1));
        learnt.forEach((name, array) -> {
            NDList state = new NDList(array, gradients.get(name), means.get(name), variances.get(name));
            array.getNDArrayInternal()
                    .adamUpdate(
                            state,
                            new NDList(array),
                            (float) rate,
                            (float) corrected,
                            // Biases and norms are not drawn to nothing.
                            array.getShape().dimension() > 1 ? (float) decay : 0,
                            shorten,
                            NO_CLIP,
                            FIRST,
                            SECOND,
                            EPSILON,
                            true,
                            true);
        });
    }

    /** The state, by names under {@code mean/} and {@code variance/}. */
    Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        means.forEach((name, array) -> state.put("mean/" + name, Cells.tensor(array)));
        variances.forEach((name, array) -> state.put("variance/" + name, Cells.tensor(array)));
        return state;
    }

    void take(Map<String, Tensor> state) {
        means.forEach((name, array) -> Cells.put(array, state.get("mean/" + name)));
        variances.forEach((name, array) -> Cells.put(array, state.get("variance/" + name)));
    }
}
