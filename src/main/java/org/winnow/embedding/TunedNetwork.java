package org.winnow.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private static final String NETWORK = "model.onnx";
    private static final int DIGITS = 12;

    private final String hash;
    private final List<OnnxNetwork> networks;

    /**
     * @param folder with {@code model.onnx} and {@code tokenizer.json}, or with {@code member-1}, {@code member-2} and so
     *     on, each with those
     * @param hash of the network's file, or of all of them
     */
    public TunedNetwork(Path folder, String hash) {
        this.hash = hash;
        List<Path> members = members(folder);
        this.networks = (members.isEmpty() ? List.of(folder) : members)
                .stream().map(TunedNetwork::network).toList();
    }

    private static OnnxNetwork network(Path folder) {
        return new OnnxNetwork(
                () -> open(folder.resolve(NETWORK)),
                () -> open(folder.resolve("tokenizer.json")),
                "",
                "Tune again, or take the tuned network out of use with tune REVIEW --forget.");
    }

    /** The folders of several networks; none where one lies in the folder itself. */
    private static List<Path> members(Path folder) {
        return Files.isRegularFile(folder.resolve(NETWORK))
                ? List.of()
                : Stream.iterate(1, i -> i + 1)
                        .map(i -> folder.resolve("member-" + i))
                        .takeWhile(member -> Files.isRegularFile(member.resolve(NETWORK)))
                        .toList();
    }

    private static boolean isThere(Path folder) {
        return Files.isRegularFile(folder.resolve(NETWORK)) || !members(folder).isEmpty();
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
                    .filter(s -> isThere(Path.of(s.note())))
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
        List<List<Vector>> all =
                networks.stream().map(n -> n.of(texts, progress)).toList();
        return all.size() == 1
                ? all.getFirst()
                : IntStream.range(0, texts.size())
                        .mapToObj(i -> joined(all.stream().map(v -> v.get(i)).toList()))
                        .toList();
    }

    /** One behind the other: the product of two such vectors is the mean of the products of their parts. */
    private static Vector joined(List<Vector> parts) {
        float[][] components = parts.stream().map(Vector::components).toArray(float[][]::new);
        float[] all = new float[parts.size() * components[0].length];
        for (int i = 0; i < components.length; i++) {
            System.arraycopy(components[i], 0, all, i * components[i].length, components[i].length);
        }
        return Vector.of(all);
    }
}
