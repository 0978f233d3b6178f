package org.winnow.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.winnow.model.UserException;
import org.winnow.work.Progress;

/**
 * A sentence network whose weights the program brings, one byte each, run on this computer. Nothing of it is loaded before
 * the first text comes; the network is let go when the last one of a call is done.
 *
 * @param resource the weights' and the tokenizer's files without their endings
 * @param prefix what the network was trained to find before a text
 */
record OnnxNetwork(String resource, String prefix) {
    /** The beginning of an abstract says what it is about; twice as much takes more than twice as long. */
    static final int PIECES = 128;

    /** Embeds texts; nothing of the network is left in memory behind it. */
    List<Vector> of(List<String> texts, Progress progress) {
        if (texts.isEmpty()) {
            return List.of();
        }
        try (Loaded loaded = load()) {
            return loaded.of(prefix, texts, progress);
        }
    }

    /** The network in memory, which takes a second, for as long as many texts come. */
    Loaded load() {
        try (InputStream tokenizer = open(resource + "-tokenizer.json");
                InputStream network = open(resource + ".onnx");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            WordPieces pieces = new WordPieces(tokenizer, PIECES);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            options.setIntraOpNumThreads(Runtime.getRuntime().availableProcessors());
            // Threads that wait for work would keep others from theirs.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return new Loaded(environment, environment.createSession(network.readAllBytes(), options), pieces);
        } catch (OrtException | IOException | LinkageError e) {
            throw unusable(e);
        }
    }

    private static UserException unusable(Throwable e) {
        return new UserException("The network that reads texts for their meaning does not run on this computer ("
                + e.getMessage() + "). Choose the model elas-u4, which needs none.");
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = OnnxNetwork.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException(name + " is missing");
        }
        return in;
    }

    /**
     * A network that can be asked. One text at a time: it rounds by the largest value of all that is given to it together,
     * so that in company a text's vector would depend on the others.
     */
    record Loaded(OrtEnvironment environment, OrtSession session, WordPieces pieces) implements AutoCloseable {
        List<Vector> of(String prefix, List<String> texts, Progress progress) {
            List<Vector> vectors = new ArrayList<>(texts.size());
            try {
                for (String text : texts) {
                    progress.check();
                    progress.at(vectors.size(), texts.size());
                    vectors.add(embed(pieces.of(prefix + text)));
                }
            } catch (OrtException e) {
                throw unusable(e);
            }
            return vectors;
        }

        @Override
        public void close() {
            try {
                session.close();
            } catch (OrtException e) {
                throw unusable(e);
            }
        }

        private Vector embed(long[] numbers) throws OrtException {
            long[] ones = new long[numbers.length];
            Arrays.fill(ones, 1);
            try (OnnxTensor words = OnnxTensor.createTensor(environment, new long[][] {numbers});
                    OnnxTensor present = OnnxTensor.createTensor(environment, new long[][] {ones});
                    OnnxTensor kinds = OnnxTensor.createTensor(environment, new long[1][numbers.length]);
                    OrtSession.Result result = session.run(
                            Map.of("input_ids", words, "attention_mask", present, "token_type_ids", kinds))) {
                OnnxTensor states = (OnnxTensor) result.get(0);
                return mean(states.getFloatBuffer(), numbers.length, (int)
                        states.getInfo().getShape()[2]);
            }
        }

        /** The mean over a text's pieces, as the network was trained for. */
        private static Vector mean(FloatBuffer all, int pieces, int width) {
            float[] sum = new float[width];
            for (int p = 0; p < pieces; p++) {
                for (int d = 0; d < width; d++) {
                    sum[d] += all.get(p * width + d);
                }
            }
            return Vector.of(sum);
        }
    }
}
