package org.winnow.dfllm.tune;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.model.Sha256;

/** An objective that is helped: the losses are added, and it is validated by the objective alone. */
record Aided(Objective main, List<Aid> aids) implements Objective {
    @Override
    public Map<String, Tensor> start(Bert untuned, TuneWatch watch) {
        Map<String, Tensor> start = new LinkedHashMap<>(main.start(untuned, watch));
        aids.forEach(aid -> start.putAll(aid.start(untuned.shape().width())));
        return start;
    }

    @Override
    public NDArray loss(Bert bert, int step, NDManager arrays, int[] pieces) {
        NDArray sum = main.loss(bert, step, arrays, pieces);
        for (Aid aid : aids) {
            sum = sum.add(aid.loss(bert, step, arrays, pieces));
        }
        return sum;
    }

    @Override
    public boolean validates() {
        return main.validates();
    }

    @Override
    public Validation validated(Bert bert) {
        return main.validated(bert);
    }

    @Override
    public String hash() {
        return aids.isEmpty()
                ? main.hash()
                : Sha256.of(main.hash() + aids.stream().map(Aid::hash).toList());
    }
}
