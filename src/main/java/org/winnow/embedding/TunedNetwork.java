package org.winnow.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.store.Statements;
import org.winnow.store.Statements.Statement;
import org.winnow.work.Progress;

/** A sentence network that was tuned to a review. Which one a review uses is stated in it, and where its files lie. */
public final class TunedNetwork implements Embedding {
    /** What a network was tuned for: to order records. */
    public static final String SCREENING = "screening";

    /** To find passages. */
    public static final String RETRIEVAL = "retrieval";

    private static final String TOPIC = "tuned";
    private static final int DIGITS = 12;

    private final String hash;
    private final OnnxNetwork network;

    /**
     * @param folder with {@code model.onnx} and {@code tokenizer.json}
     * @param hash of the network's file
     */
    public TunedNetwork(Path folder, String hash) {
        this.hash = hash;
        this.network = new OnnxNetwork(
                () -> open(folder.resolve("model.onnx")),
                () -> open(folder.resolve("tokenizer.json")),
                "",
                "Tune again, or take the tuned network out of use with tune REVIEW --forget.");
    }

    private static InputStream open(Path file) throws IOException {
        return Files.newInputStream(file);
    }

    /**
     * The network that a review uses for something: the one tuned for it where its files are on this computer.
     *
     * @param use {@link #SCREENING} or {@link #RETRIEVAL}
     */
    public static Embedding of(Review review, String use, Embedding otherwise) {
        return new InUse(review, use, otherwise);
    }

    /** Asked anew each time: a network may come into use, or be taken out of it, while a review is open. */
    private record InUse(Review review, String use, Embedding otherwise) implements Embedding {
        private Embedding now() {
            return stated(review, use)
                    .filter(s -> Files.isRegularFile(Path.of(s.note(), "model.onnx")))
                    .<Embedding>map(s -> new TunedNetwork(Path.of(s.note()), s.value()))
                    .orElse(otherwise);
        }

        @Override
        public String name() {
            return now().name();
        }

        @Override
        public List<Vector> of(List<String> texts, Progress progress) {
            return now().of(texts, progress);
        }
    }

    /** The hash of the network that a review uses for something, with its folder as the note. */
    public static Optional<Statement> stated(Review review, String use) {
        return Optional.ofNullable(review.statements().on(TOPIC).get(use));
    }

    /** States that a review uses a network from now on; an empty hash for none. */
    public static Op<Void> use(String use, String hash, Path folder) {
        return Statements.state(
                TOPIC,
                TOPIC,
                use,
                hash,
                hash.isEmpty() ? "" : folder.toAbsolutePath().toString());
    }

    @Override
    public String name() {
        return "tuned-" + hash.substring(0, Math.min(DIGITS, hash.length())) + "/" + OnnxNetwork.PIECES;
    }

    @Override
    public List<Vector> of(List<String> texts, Progress progress) {
        return network.of(texts, progress);
    }
}
