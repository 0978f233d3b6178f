package org.winnow.embedding;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.winnow.model.UserException;
import org.winnow.work.Progress;

/**
 * A sentence network and its tokenizer, run on this computer. Nothing of it is loaded before the first text comes; the
 * network is let go when the last one of a call is done.
 *
 * @param onnx the network's file
 * @param tokenizer a {@code tokenizer.json}
 * @param prefix what the network was trained to find before a text
 * @param remedy what to do where it does not run
 */
record OnnxNetwork(Source onnx, Source tokenizer, String prefix, String remedy) {
    /** The beginning of an abstract says what it is about; twice as much takes more than twice as long. */
    static final int PIECES = 128;

    /** Where a file's content comes from. */
    interface Source {
        InputStream open() throws IOException;
    }

    /**
     * A network that the program brings.
     *
     * @param name its files' without their endings
     */
    static OnnxNetwork resource(String name, String prefix) {
        return new OnnxNetwork(
                () -> open(name + ".onnx"),
                () -> open(name + "-tokenizer.json"),
                prefix,
                "Choose the model elas-u4, which needs none.");
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = OnnxNetwork.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException(name + " is missing");
        }
        return in;
    }

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
        try (InputStream words = tokenizer.open();
                InputStream network = onnx.open()) {
            WordPieces pieces = new WordPieces(words, PIECES);
            int threads = Runtime.getRuntime().availableProcessors();
            return new Loaded(new SentenceNetwork(network.readAllBytes(), threads), pieces, remedy);
        } catch (OrtException | IOException | LinkageError e) {
            throw unusable(e, remedy);
        }
    }

    private static UserException unusable(Throwable e, String remedy) {
        return new UserException("The network that reads texts for their meaning does not run on this computer ("
                + e.getMessage() + "). " + remedy);
    }

    /**
     * A network that can be asked. One text at a time: those in one byte a weight round by the largest value of all that is
     * given to them together, so that in company a text's vector would depend on the others.
     */
    record Loaded(SentenceNetwork network, WordPieces pieces, String remedy) implements AutoCloseable {
        List<Vector> of(String prefix, List<String> texts, Progress progress) {
            List<Vector> vectors = new ArrayList<>(texts.size());
            try {
                for (String text : texts) {
                    progress.check();
                    progress.at(vectors.size(), texts.size());
                    vectors.add(Vector.of(network.meaning(pieces.of(prefix + text))));
                }
            } catch (OrtException e) {
                throw unusable(e, remedy);
            }
            return vectors;
        }

        @Override
        public void close() {
            try {
                network.close();
            } catch (OrtException e) {
                throw unusable(e, remedy);
            }
        }
    }
}
