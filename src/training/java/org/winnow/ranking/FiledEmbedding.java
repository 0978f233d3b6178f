package org.winnow.ranking;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.winnow.embedding.Embedding;
import org.winnow.embedding.Vector;
import org.winnow.work.Progress;

/** Vectors in a file for each list of texts, computed when there is none yet. */
record FiledEmbedding(Embedding network, Path folder) implements Embedding {
    @Override
    public String name() {
        return network.name();
    }

    @Override
    public List<Vector> of(List<String> texts, Progress progress) {
        Path file = folder.resolve(Integer.toHexString((name() + texts).hashCode()) + ".vectors");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                write(file, network.of(texts, progress));
            }
            return read(file, texts.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, List<Vector> vectors) throws IOException {
        Path whole = Files.createTempFile(file.getParent(), "vectors", "");
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(whole))) {
            for (Vector vector : vectors) {
                out.writeInt(vector.bytes().length);
                out.write(vector.bytes());
            }
        }
        Files.move(whole, file);
    }

    private static List<Vector> read(Path file, int count) throws IOException {
        List<Vector> vectors = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            for (int i = 0; i < count; i++) {
                vectors.add(Vector.of(in.readNBytes(in.readInt())));
            }
        }
        return vectors;
    }
}
