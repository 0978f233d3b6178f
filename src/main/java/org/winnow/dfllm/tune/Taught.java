package org.winnow.dfllm.tune;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.winnow.model.Sha256;

/**
 * Records that another ranker has an opinion on, whether or not anybody decided on them: the network's classifier is to
 * order those of a step alike. Both opinions are taken as chances to be the first of them, and their cross-entropy is the
 * loss (ListNet: Cao et al., ICML 2007; soft labels as of Hinton et al., arXiv 1503.02531).
 *
 * @param texts title and abstract as pieces of words
 * @param scores of the ranker, in whatever unit; the higher, the likelier relevant
 * @param teacher its name and version
 * @param weight how much this loss counts beside the verdicts'
 */
public record Taught(List<long[]> texts, double[] scores, String teacher, double weight) {
    /** Fewer make no order. */
    static final int FEWEST = 2;

    public Taught {
        if (texts.size() != scores.length || !(weight >= 0)) {
            throw new IllegalArgumentException("as many scores as texts, and a weight of 0 or more");
        }
    }

    /** @param batch records of a step */
    Aid aid(int batch, long seed) {
        return new Lessons(this, standardised(scores), Math.min(batch, texts.size()), new Draw(texts.size(), seed));
    }

    /** Around 0, spread by 1: rankers count in different units. */
    static double[] standardised(double[] scores) {
        double mean = Arrays.stream(scores).average().orElse(0);
        double spread = Math.sqrt(Arrays.stream(scores)
                .map(s -> (s - mean) * (s - mean))
                .average()
                .orElse(0));
        return Arrays.stream(scores)
                .map(s -> spread == 0 ? 0 : (s - mean) / spread)
                .toArray();
    }

    private record Lessons(Taught taught, double[] opinions, int batch, Draw draw) implements Aid {
        @Override
        public Map<String, Tensor> start(int width) {
            return Map.of();
        }

        @Override
        public NDArray loss(Bert bert, int step, NDManager arrays, int[] pieces) {
            int[] which = new int[batch];
            for (int i = 0; i < batch; i++) {
                which[i] = draw.at((long) step * batch + i);
            }
            List<long[]> some = Arrays.stream(which).mapToObj(taught.texts::get).toList();
            pieces[0] += some.stream().mapToInt(t -> t.length).sum();
            NDArray scores = ScreeningObjective.scores(bert, bert.meanings(some, true, arrays));
            return scores.reshape(1, batch)
                    .logSoftmax(1)
                    .mul(Cells.of(arrays, chances(which), new Shape(1, batch)))
                    .sum();
        }

        /** How likely each is the first of them to the teacher, times the weight, negative for a loss. */
        private float[] chances(int[] which) {
            double sum =
                    Arrays.stream(which).mapToDouble(i -> Math.exp(opinions[i])).sum();
            float[] chances = new float[batch];
            for (int i = 0; i < batch; i++) {
                chances[i] = (float) (-taught.weight * Math.exp(opinions[which[i]]) / sum);
            }
            return chances;
        }

        @Override
        public String hash() {
            MessageDigest digest = Sha256.digest();
            ByteBuffer numbers = ByteBuffer.allocate(Double.BYTES * (taught.scores.length + 1));
            numbers.putDouble(taught.weight);
            numbers.asDoubleBuffer().put(taught.scores);
            digest.update(numbers.array());
            taught.texts.forEach(text -> Hashes.add(digest, text));
            return Sha256.hex(digest);
        }
    }
}
