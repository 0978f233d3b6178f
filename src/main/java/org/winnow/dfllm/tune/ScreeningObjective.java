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
 * To tell relevant records from irrelevant ones: by a classifier on the meaning (logistic loss), and by how close the
 * relevant ones are to each other and how far from the others (supervised contrastive loss, Khosla et al., arXiv
 * 2004.11362, with relevant records as anchors only: the irrelevant ones have nothing in common). Half of a step's examples
 * are relevant, however few there are.
 */
final class ScreeningObjective implements Objective {
    static final String DIRECTION = "head.weight";
    static final String OFFSET = "head.bias";
    /** Meanings have length 1: so steep is the classifier on their products. */
    private static final float STEEPNESS = 10;

    private static final float TEMPERATURE = 0.1f;
    /** Fewer relevant ones say nothing. */
    private static final int FEWEST = 2;

    private final Screened learn;
    private final Screened validate;
    private final int batch;
    private final double contrast;
    private final int[][] kinds;
    private final Draw[] draws;

    /**
     * @param batch examples of a step, half of either kind
     * @param contrast how much the contrastive loss counts beside the classifier's
     */
    ScreeningObjective(Screened learn, Screened validate, int batch, double contrast, long seed) {
        this.learn = learn;
        this.validate = validate;
        this.batch = batch;
        this.contrast = contrast;
        kinds = new int[][] {learn.places(false), learn.places(true)};
        draws = new Draw[] {new Draw(kinds[0].length, seed), new Draw(kinds[1].length, seed + 1)};
    }

    /** The classifier begins between the middle of the relevant and the middle of the irrelevant meanings. */
    @Override
    public Map<String, Tensor> start(Bert untuned, TuneWatch watch) {
        List<float[]> meanings = untuned.meanings(learn.texts(), watch);
        int width = meanings.getFirst().length;
        double[][] middles = new double[2][width];
        for (int i = 0; i < learn.size(); i++) {
            int kind = learn.relevant()[i] ? 1 : 0;
            for (int d = 0; d < width; d++) {
                middles[kind][d] += meanings.get(i)[d] / kinds[kind].length;
            }
        }
        float[] between = new float[width];
        for (int d = 0; d < width; d++) {
            between[d] = (float) (middles[1][d] - middles[0][d]);
        }
        float[] direction = Parity.unit(between);
        double offset = 0;
        for (int d = 0; d < width; d++) {
            offset -= STEEPNESS * direction[d] * (middles[0][d] + middles[1][d]) / 2;
        }
        Map<String, Tensor> start = new LinkedHashMap<>();
        start.put(DIRECTION, new Tensor(new long[] {1, width}, direction));
        start.put(OFFSET, new Tensor(new long[] {1}, new float[] {(float) offset}));
        return start;
    }

    @Override
    public NDArray loss(Bert bert, int step, NDManager arrays, int[] pieces) {
        int half = batch / 2;
        List<long[]> texts = new ArrayList<>();
        float[] signs = new float[2 * half];
        for (int i = 0; i < signs.length; i++) {
            int kind = i < half ? 1 : 0;
            texts.add(learn.texts().get(kinds[kind][draws[kind].at((long) step * half + i % half)]));
            signs[i] = kind == 1 ? -1 : 1;
        }
        pieces[0] = texts.stream().mapToInt(t -> t.length).sum();
        NDArray meanings = bert.meanings(texts, true, arrays);
        NDArray wrong = Activation.softPlus(
                        scores(bert, meanings).mul(Cells.of(arrays, signs, new Shape(signs.length, 1))))
                .mean();
        return contrast > 0 && half > 1 ? wrong.add(Cells.times(apart(meanings, half, arrays), contrast)) : wrong;
    }

    /** The classifier's scores, a row for each text. */
    static NDArray scores(Bert bert, NDArray meanings) {
        return Cells.times(
                        Bert.in(meanings, Linear.linear(meanings, bert.learnt().get(DIRECTION))), STEEPNESS)
                .add(bert.learnt().get(OFFSET));
    }

    /** The first half are relevant. */
    private static NDArray apart(NDArray meanings, int half, NDManager arrays) {
        int all = (int) meanings.getShape().get(0);
        float[] self = new float[half * all];
        float[] alike = new float[half * all];
        for (int i = 0; i < half; i++) {
            for (int j = 0; j < half; j++) {
                self[i * all + j] = i == j ? -1e9f : 0;
                alike[i * all + j] = i == j ? 0 : -1f / (half * (half - 1));
            }
        }
        NDArray products = Cells.times(meanings.get("0:" + half).matMul(meanings.transpose()), 1 / TEMPERATURE);
        return products.add(Cells.of(arrays, self, new Shape(half, all)))
                .logSoftmax(1)
                .mul(Cells.of(arrays, alike, new Shape(half, all)))
                .sum();
    }

    @Override
    public boolean validates() {
        int relevant = validate.relevantCount();
        return relevant >= FEWEST && relevant < validate.size();
    }

    @Override
    public Validation validated(Bert bert) {
        double[] scores = scores(bert, validate.texts());
        int relevant = validate.relevantCount();
        double loss = 0;
        for (int i = 0; i < scores.length; i++) {
            boolean kind = validate.relevant()[i];
            double wrong = Math.log1p(Math.exp(-Math.abs(scores[i]))) + Math.max(0, kind ? -scores[i] : scores[i]);
            loss += wrong / (2.0 * (kind ? relevant : scores.length - relevant));
        }
        return new Validation(loss, Precision.average(scores, validate.relevant()));
    }

    /** How likely each text is relevant, in no unit but comparable. */
    static double[] scores(Bert bert, List<long[]> texts) {
        return scored(bert, bert.meanings(texts));
    }

    /** The same for meanings that are known already. */
    static double[] scored(Bert bert, List<float[]> meanings) {
        float[] direction = bert.learnt().get(DIRECTION).toFloatArray();
        float offset = bert.learnt().get(OFFSET).toFloatArray()[0];
        return meanings.stream()
                .mapToDouble(m -> {
                    double product = 0;
                    for (int d = 0; d < m.length; d++) {
                        product += (double) m[d] * direction[d];
                    }
                    return STEEPNESS * product + offset;
                })
                .toArray();
    }

    @Override
    public String hash() {
        return Sha256.of(learn.hash() + validate.hash());
    }
}
