package org.winnow.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.winnow.embedding.Embedding;
import org.winnow.embedding.Vector;
import org.winnow.model.Sha256;
import org.winnow.model.UserException;
import org.winnow.work.Progress;
import org.winnow.work.WholeFile;

/**
 * Vectors of lists of texts, such as the passages of a paper: computed once for each list and kept on this computer, so
 * that a review need only be looked at to be asked. One file for each list: its vectors in order, a byte a component.
 */
final class KeptVectors implements Embedding {
    private static final Logger LOG = Logger.getLogger(KeptVectors.class.getName());

    private final Path folder;
    private final Embedding network;

    KeptVectors(Path cache, Embedding network) {
        this.folder = cache.resolve("vectors").resolve(network.name().replace('/', '-'));
        this.network = network;
    }

    @Override
    public String name() {
        return network.name();
    }

    @Override
    public List<Vector> of(List<String> texts, Progress progress) {
        if (texts.isEmpty()) {
            return List.of();
        }
        Path file = folder.resolve(key(texts) + ".vec");
        List<Vector> kept = kept(file, texts.size());
        if (!kept.isEmpty()) {
            return kept;
        }
        List<Vector> computed = network.of(texts, progress);
        keep(file, computed);
        return computed;
    }

    private static List<Vector> kept(Path file, int texts) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            byte[] all = Files.readAllBytes(file);
            if (all.length == 0 || all.length % texts != 0) {
                throw new IOException("its length is not a multiple of " + texts);
            }
            int width = all.length / texts;
            List<Vector> vectors = new ArrayList<>();
            for (int from = 0; from < all.length; from += width) {
                vectors.add(Vector.of(Arrays.copyOfRange(all, from, from + width)));
            }
            return vectors;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Kept vectors cannot be read and are computed again: " + file, e);
            return List.of();
        }
    }

    /** A disk that refuses costs time the next time, nothing else. */
    private static void keep(Path file, List<Vector> vectors) {
        try {
            Files.createDirectories(file.getParent());
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            vectors.forEach(v -> all.writeBytes(v.bytes()));
            WholeFile.write(file, stream -> {
                all.writeTo(stream);
                return vectors.size();
            });
        } catch (IOException | UserException e) {
            LOG.log(Level.WARNING, "Vectors cannot be kept: " + file, e);
        }
    }

    private static String key(List<String> texts) {
        MessageDigest digest = Sha256.digest();
        for (String text : texts) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            // No text has it: the same words divided in another way are another list.
            digest.update((byte) 0);
        }
        return Sha256.hex(digest);
    }
}
