package org.winnow.dfllm.tune;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way up a ladder beside a network, for one step: a rung for each layer, in the layers' order. */
final class Rungs {
    private final Map<String, NDArray> learnt;
    private final float dropout;
    private @Nullable NDArray side;

    /** @param dropout share of a rung's inner components that are left out */
    Rungs(Map<String, NDArray> learnt, double dropout) {
        this.learnt = learnt;
        this.dropout = (float) dropout;
    }

    /** Takes in what a layer made; how much of it and how much of the rung below, the gate has learnt. */
    void climb(int layer, NDArray states) {
        String rung = Method.Ladder.rung(layer);
        NDArray down = linear(states, learnt(rung + "down"), null);
        NDArray below = side;
        NDArray in = down;
        if (below != null) {
            NDArray gate = Activation.sigmoid(learnt(rung + "gate"));
            gate.attach(states.getManager());
            in = down.mul(gate).add(below).sub(below.mul(gate));
        }
        NDArray inner = Activation.relu(linear(in, learnt(rung + "inner.weight"), learnt(rung + "inner.bias")));
        if (dropout > 0) {
            inner = Bert.in(inner, Dropout.dropout(inner, dropout, true));
        }
        side = in.add(linear(inner, learnt(rung + "outer.weight"), learnt(rung + "outer.bias")));
    }

    /** What the network made of the pieces, and the ladder beside it. */
    NDArray with(NDArray states) {
        NDArray top = side;
        return top == null ? states : states.add(linear(top, learnt(Method.Ladder.UP), null));
    }

    private NDArray learnt(String name) {
        NDArray array = learnt.get(name);
        if (array == null) {
            throw new IllegalStateException("the ladder has no " + name);
        }
        return array;
    }

    private static NDArray linear(NDArray states, NDArray weight, @Nullable NDArray bias) {
        return Bert.in(states, bias == null ? Linear.linear(states, weight) : Linear.linear(states, weight, bias));
    }
}
