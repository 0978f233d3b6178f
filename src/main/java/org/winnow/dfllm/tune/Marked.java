package org.winnow.dfllm.tune;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.model.Sha256;

/**
 * Sentences of papers, of which reviewers marked some: the reasons for their verdicts. A second head on the same network
 * learns to tell them from the others, so that the network heeds what the reviewers heed (rationales: Zaidan, Eisner and
 * Piatko, NAACL 2007).
 *
 * @param learn sentences as pieces of words, <em>relevant</em> where marked
 * @param judge others of the same papers, which are not learnt from
 * @param weight how much this loss counts beside the verdicts'
 */
public record Marked(Screened learn, Screened judge, double weight) {
    static final String DIRECTION = "head.rationale.weight";
    static final String OFFSET = "head.rationale.bias";
    private static final float STEEPNESS = 10;

    /** @param batch sentences of a step, half of them marked */
    Aid aid(int batch, long seed) {
        int[][] kinds = {learn.places(false), learn.places(true)};
        Draw[] draws = {new Draw(kinds[0].length, seed), new Draw(kinds[1].length, seed + 1)};
        return new Reasons(this, Math.max(1, batch / 2), kinds, draws);
    }

    /** How well the second head orders sentences that it has not learnt from. */
    Map<String, Object> figures(Bert bert) {
        float[] direction = bert.learnt().get(DIRECTION).toFloatArray();
        double[] scores = bert.meanings(judge.texts()).stream()
                .mapToDouble(m -> {
                    double product = 0;
                    for (int d = 0; d < m.length; d++) {
                        product += (double) m[d] * direction[d];
                    }
                    return product;
                })
                .toArray();
        return Map.of("averagePrecision", Precision.average(scores, judge.relevant()));
    }

    private record Reasons(Marked marked, int half, int[][] kinds, Draw[] draws) implements Aid {
        @Override
        public Map<String, Tensor> start(int width) {
            Map<String, Tensor> start = new LinkedHashMap<>();
            start.put(DIRECTION, Tensor.zeros(1, width));
            start.put(OFFSET, Tensor.zeros(1));
            return start;
        }

        @Override
        public NDArray loss(Bert bert, int step, NDManager arrays, int[] pieces) {
            List<long[]> texts = new ArrayList<>();
            float[] signs = new float[2 * half];
            for (int i = 0; i < signs.length; i++) {
                int kind = i < half ? 1 : 0;
                texts.add(marked.learn.texts().get(kinds[kind][draws[kind].at((long) step * half + i % half)]));
                signs[i] = kind == 1 ? -1 : 1;
            }
            pieces[0] += texts.stream().mapToInt(t -> t.length).sum();
            NDArray meanings = bert.meanings(texts, true, arrays);
            NDArray scores = Cells.times(
                            Bert.in(
                                    meanings,
                                    Linear.linear(meanings, bert.learnt().get(DIRECTION))),
                            STEEPNESS)
                    .add(bert.learnt().get(OFFSET));
            NDArray wrong = Activation.softPlus(scores.mul(Cells.of(arrays, signs, new Shape(signs.length, 1))))
                    .mean();
            return Cells.times(wrong, marked.weight);
        }

        @Override
        public String hash() {
            return Sha256.of(marked.learn.hash() + marked.weight);
        }
    }
}
