package org.winnow.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;

/** A BERT network of an ONNX file, at work: pieces of words in, the mean of what it makes of them out. */
public final class SentenceNetwork implements AutoCloseable {
    private final Door door = Door.OF_NETWORKS;
    private final OrtSession session;

    /**
     * @param onnx the file's content
     * @param threads how many processors it may use
     * @throws OrtException where it is no network that ONNX Runtime knows
     */
    public SentenceNetwork(byte[] onnx, int threads) throws OrtException {
        session = door.through(() -> {
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(threads);
                // Threads that wait for work would keep others from theirs.
                options.addConfigEntry("session.intra_op.allow_spinning", "0");
                return OrtEnvironment.getEnvironment().createSession(onnx, options);
            }
        });
    }

    /** The direction of the mean over a text's pieces, as such networks are trained for; of no particular length. */
    public float[] meaning(long[] pieces) throws OrtException {
        return door.through(() -> read(pieces));
    }

    private float[] read(long[] pieces) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] ones = new long[pieces.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor words = OnnxTensor.createTensor(environment, new long[][] {pieces});
                OnnxTensor present = OnnxTensor.createTensor(environment, new long[][] {ones});
                OnnxTensor kinds = OnnxTensor.createTensor(environment, new long[1][pieces.length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", words, "attention_mask", present, "token_type_ids", kinds))) {
            OnnxTensor states = (OnnxTensor) result.get(0);
            return sum(states.getFloatBuffer(), pieces.length, (int)
                    states.getInfo().getShape()[2]);
        }
    }

    private static float[] sum(FloatBuffer all, int pieces, int width) {
        float[] sum = new float[width];
        for (int p = 0; p < pieces; p++) {
            for (int d = 0; d < width; d++) {
                sum[d] += all.get(p * width + d);
            }
        }
        return sum;
    }

    @Override
    public void close() throws OrtException {
        door.through(() -> {
            session.close();
            return session;
        });
    }
}
