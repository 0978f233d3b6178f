package org.winnow.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.winnow.work.Progress;

/**
 * Vectors of a network with what all texts have in common taken off, so that what is left tells them apart also where
 * there are few to compare. The common part of {@link SmallE5} is the mean of 2,505 passages of twenty papers of medicine,
 * biology, physics and software engineering; the mean of any half of them serves the same.
 */
public final class Centred implements Embedding {
    private final Embedding network;
    private final float[] centre;

    /** @param network {@link SmallE5} or one of its roles */
    public Centred(Embedding network) {
        this.network = network;
        this.centre = centre();
    }

    private static float[] centre() {
        try (InputStream in = Centred.class.getResourceAsStream("e5-small-v2-q.centre")) {
            if (in == null) {
                throw new IOException("e5-small-v2-q.centre is missing from the program.");
            }
            String[] numbers = new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split("\\s+");
            float[] centre = new float[numbers.length];
            for (int i = 0; i < centre.length; i++) {
                centre[i] = Float.parseFloat(numbers[i]);
            }
            return centre;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return network.name() + "/centred";
    }

    @Override
    public List<Vector> of(List<String> texts, Progress progress) {
        List<Vector> centred = new ArrayList<>(texts.size());
        for (Vector vector : network.of(texts, progress)) {
            float[] components = vector.components();
            for (int i = 0; i < components.length; i++) {
                components[i] -= centre[i];
            }
            centred.add(Vector.of(components));
        }
        return centred;
    }
}
