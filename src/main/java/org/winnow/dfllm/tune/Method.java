package org.winnow.dfllm.tune;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.winnow.model.UserException;

/** Which weights of a network are learnt, and where they begin. */
public sealed interface Method {
    /**
     * What is learnt at its start, by name.
     *
     * @param base the network's own weights
     */
    Map<String, Tensor> start(BertShape shape, Map<String, Tensor> base, long seed);

    /** The share of components that are left out at random while learning. */
    double dropout();

    /** The first layer with something learnt; all below stay as they are. */
    int first(BertShape shape);

    /** What stands before the names of a layer's weights. */
    static String layer(int i) {
        return "encoder.layer." + i + ".";
    }

    /**
     * Two narrow matrices beside each of the target matrices, whose product is added to it (Hu et al., arXiv 2106.09685).
     *
     * @param rank how narrow
     * @param alpha the product counts {@code alpha / rank} times
     * @param targets the ends of the matrices' names, such as {@code query}
     * @param lastLayers how many layers have them, counted from the last
     */
    record Lora(int rank, double alpha, double dropout, Set<String> targets, int lastLayers) implements Method {
        static final String DOWN = ".lora_A";
        static final String UP = ".lora_B";

        /** What can be a target, by the names that people use. */
        public static final Map<String, String> TARGETS = new LinkedHashMap<>(Map.of(
                "query", "attention.self.query",
                "key", "attention.self.key",
                "value", "attention.self.value",
                "attention", "attention.output.dense",
                "intermediate", "intermediate.dense",
                "output", "output.dense"));

        /** As the program tunes where nobody says otherwise. */
        public static final Lora USUAL = new Lora(8, 16, 0.1, TARGETS.keySet(), 2);

        public Lora {
            targets = new TreeSet<>(targets);
            if (rank < 1 || rank > 256 || !(alpha > 0) || !(dropout >= 0 && dropout < 1) || lastLayers < 1) {
                throw new UserException("LoRA needs a rank from 1 to 256, an alpha above 0, a dropout from 0 to below 1"
                        + " and 1 layer or more.");
            }
            if (targets.isEmpty() || !TARGETS.keySet().containsAll(targets)) {
                throw new UserException("The target matrices of LoRA are some of "
                        + String.join(", ", new TreeSet<>(TARGETS.keySet())) + ".");
            }
        }

        @Override
        public int first(BertShape shape) {
            return Math.max(0, shape.layers() - lastLayers);
        }

        double scale() {
            return alpha / rank;
        }

        /** The matrices' names without their ending. */
        List<String> matrices(BertShape shape) {
            List<String> ends = targets.stream().map(TARGETS::get).toList();
            return IntStream.range(first(shape), shape.layers())
                    .boxed()
                    .flatMap(i -> ends.stream().map(end -> layer(i) + end))
                    .toList();
        }

        @Override
        public Map<String, Tensor> start(BertShape shape, Map<String, Tensor> base, long seed) {
            Map<String, Tensor> start = new LinkedHashMap<>();
            SplittableRandom random = new SplittableRandom(seed);
            for (String matrix : matrices(shape)) {
                long[] size = base.get(matrix + ".weight").shape();
                // As PEFT begins: drawn, and 0, so that the network is unchanged at first.
                start.put(matrix + DOWN, Tensor.uniform(random, rank, (int) size[1]));
                start.put(matrix + UP, Tensor.zeros(size[0], rank));
            }
            return start;
        }

        /** The matrix with the product added. */
        Tensor merged(Tensor matrix, Tensor down, Tensor up) {
            int rows = (int) matrix.shape()[0];
            int columns = (int) matrix.shape()[1];
            float[] sum = matrix.values().clone();
            for (int r = 0; r < rows; r++) {
                for (int k = 0; k < rank; k++) {
                    double weight = scale() * up.values()[r * rank + k];
                    for (int c = 0; c < columns; c++) {
                        sum[r * columns + c] += (float) (weight * down.values()[k * columns + c]);
                    }
                }
            }
            return new Tensor(matrix.shape(), sum);
        }
    }

    /**
     * All weights of the last layers.
     *
     * @param count how many layers
     */
    record LastLayers(int count, double dropout) implements Method {
        /** As the program tunes where nobody says otherwise. */
        public static final LastLayers USUAL = new LastLayers(2, 0.1);

        public LastLayers {
            if (count < 1 || !(dropout >= 0 && dropout < 1)) {
                throw new UserException("Tuning whole layers needs 1 layer or more and a dropout from 0 to below 1.");
            }
        }

        @Override
        public int first(BertShape shape) {
            return Math.max(0, shape.layers() - count);
        }

        @Override
        public Map<String, Tensor> start(BertShape shape, Map<String, Tensor> base, long seed) {
            Map<String, Tensor> start = new LinkedHashMap<>();
            base.forEach((name, tensor) -> {
                for (int i = first(shape); i < shape.layers(); i++) {
                    if (name.startsWith(layer(i))) {
                        start.put(name, tensor);
                    }
                }
            });
            return start;
        }
    }

    /**
     * A narrow network beside the last layers, which stay as they are: what each of them makes of a piece goes, narrowed,
     * into a rung of its own, the last rung goes, widened, to what the network makes of it, and nothing is sent back
     * through the network itself (ladder side-tuning: Sung, Cho and Bansal, arXiv 2206.06522). A rung has two matrices and
     * no attention: the pieces of a text have seen each other in the network.
     *
     * @param width components of a piece beside the network
     * @param lastLayers how many layers have a rung, counted from the last
     */
    record Ladder(int width, double dropout, int lastLayers) implements Method {
        static final String LADDER = "ladder.";
        static final String UP = LADDER + "up";

        /** As the program tunes where nobody says otherwise. */
        public static final Ladder USUAL = new Ladder(48, 0.1, 2);

        public Ladder {
            if (width < 1 || width > 1024 || !(dropout >= 0 && dropout < 1) || lastLayers < 1) {
                throw new UserException(
                        "A ladder needs a width from 1 to 1024, a dropout from 0 to below 1 and 1 layer or" + " more.");
            }
        }

        @Override
        public int first(BertShape shape) {
            return Math.max(0, shape.layers() - lastLayers);
        }

        /** What stands before the names of a rung's weights. */
        static String rung(int layer) {
            return LADDER + layer + ".";
        }

        /** The last matrix is 0, so that the network is unchanged at first; the others as PyTorch begins. */
        @Override
        public Map<String, Tensor> start(BertShape shape, Map<String, Tensor> base, long seed) {
            Map<String, Tensor> start = new LinkedHashMap<>();
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = first(shape); i < shape.layers(); i++) {
                start.put(rung(i) + "down", Tensor.uniform(random, width, shape.width()));
                start.put(rung(i) + "inner.weight", Tensor.uniform(random, 2 * width, width));
                start.put(rung(i) + "inner.bias", Tensor.zeros(2L * width));
                start.put(rung(i) + "outer.weight", Tensor.uniform(random, width, 2 * width));
                start.put(rung(i) + "outer.bias", Tensor.zeros(width));
                if (i > first(shape)) {
                    start.put(rung(i) + "gate", Tensor.zeros(1));
                }
            }
            start.put(UP, Tensor.zeros(shape.width(), width));
            return start;
        }
    }

    /** The network's weights after tuning, of those that changed. */
    default Map<String, Tensor> merged(Map<String, Tensor> base, Map<String, Tensor> learnt) {
        Map<String, Tensor> merged = new LinkedHashMap<>();
        learnt.forEach((name, tensor) -> {
            if (this instanceof Lora lora && name.endsWith(Lora.UP)) {
                String matrix = name.substring(0, name.length() - Lora.UP.length());
                String weight = matrix + ".weight";
                merged.put(weight, lora.merged(base.get(weight), learnt.get(matrix + Lora.DOWN), tensor));
            } else if (base.containsKey(name)) {
                merged.put(name, tensor);
            }
        });
        return merged;
    }
}
