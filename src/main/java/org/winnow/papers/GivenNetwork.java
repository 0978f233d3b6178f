package org.winnow.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.winnow.embedding.Embedding;
import org.winnow.embedding.TunedNetwork;
import org.winnow.model.Sha256;
import org.winnow.store.Review;
import org.winnow.work.WholeFile;

/**
 * The network tuned to a review that finds its passages, as it goes along with its papers in a package.
 *
 * @param hash that names it
 * @param files by their names in its folder
 */
public record GivenNetwork(String hash, Map<String, byte[]> files) {
    /** Where its files are in a package. */
    public static final String FOLDER = "ask/tuned/";

    private static final List<String> NAMES = List.of("model.onnx", "tokenizer.json");
    private static final int MOST_MEMBERS = 99;

    public GivenNetwork {
        files = new LinkedHashMap<>(files);
    }

    /** The one that a review uses to find passages by, where it uses one. */
    public static Optional<GivenNetwork> of(Review review) {
        return TunedNetwork.stated(review, TunedNetwork.RETRIEVAL)
                .map(said -> new GivenNetwork(said.value(), files(Path.of(said.note()))))
                .filter(network -> !network.files().isEmpty());
    }

    private static Map<String, byte[]> files(Path folder) {
        List<String> names = new ArrayList<>(NAMES);
        for (int member = 1; member <= MOST_MEMBERS; member++) {
            String within = "member-" + member + "/";
            NAMES.forEach(name -> names.add(within + name));
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        try {
            for (String name : names) {
                Path file = folder.resolve(name);
                if (Files.isRegularFile(file)) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Whether a file of a package may be one of such a network: no name leads out of its folder. */
    public static boolean isOne(String name) {
        return name.matches("(member-\\d{1,2}/)?(" + String.join("|", NAMES).replace(".", "\\.") + ")");
    }

    /** Unpacks it on this computer, once, to be asked. */
    public Embedding unpacked(Path cache) {
        StringBuilder all = new StringBuilder();
        files.forEach((name, bytes) -> all.append(name).append(Sha256.of(bytes)));
        Path folder =
                cache.resolve("given-networks").resolve(Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8)));
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path target = folder.resolve(file.getKey());
                if (!Files.isRegularFile(target) || Files.size(target) != file.getValue().length) {
                    Files.createDirectories(target.getParent());
                    WholeFile.write(target, file.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TunedNetwork(folder, hash);
    }
}
