package org.winnow.dfllm.tune;

import ai.onnxruntime.OrtException;
import java.util.List;
import org.winnow.embedding.SentenceNetwork;

/** How far a network in PyTorch is from the same one in ONNX Runtime. */
final class Parity {
    private Parity() {}

    /** The largest difference of a component of meanings of length 1. */
    static double difference(Bert bert, byte[] onnx, int threads, List<long[]> texts) throws OrtException {
        List<float[]> ours = bert.meanings(texts);
        double most = 0;
        try (SentenceNetwork network = new SentenceNetwork(onnx, threads)) {
            for (int i = 0; i < texts.size(); i++) {
                float[] theirs = unit(network.meaning(texts.get(i)));
                for (int d = 0; d < theirs.length; d++) {
                    most = Math.max(most, Math.abs(theirs[d] - ours.get(i)[d]));
                }
            }
        }
        return most;
    }

    /** The same direction, of length 1. */
    static float[] unit(float[] vector) {
        double sum = 0;
        for (float v : vector) {
            sum += (double) v * v;
        }
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / Math.sqrt(sum));
        }
        return unit;
    }
}
