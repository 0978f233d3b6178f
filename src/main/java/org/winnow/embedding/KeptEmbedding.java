package org.winnow.embedding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.model.Sha256;
import org.winnow.store.Embeddings;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/** Meanings that are computed once for each text and kept in the review, a portion at a time. */
public final class KeptEmbedding implements Embedding {
    /** What is computed is on the disk after so many texts, whatever happens to the program. */
    private static final int PORTION = 512;

    private static final int KEY_DIGITS = 32;

    private final Review review;
    private final Embedding network;

    public KeptEmbedding(Review review, Embedding network) {
        this.review = review;
        this.network = network;
    }

    @Override
    public String name() {
        return network.name();
    }

    @Override
    public List<Vector> of(List<String> texts, Progress progress) {
        List<String> keys = texts.stream().map(KeptEmbedding::key).toList();
        Map<String, byte[]> kept = review.embeddings().of(name());
        Map<String, String> missing = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!kept.containsKey(keys.get(i))) {
                missing.put(keys.get(i), texts.get(i));
            }
        }
        List<String> open = List.copyOf(missing.keySet());
        for (int from = 0; from < open.size(); from += PORTION) {
            progress.at(from, open.size());
            List<String> some = open.subList(from, Math.min(from + PORTION, open.size()));
            kept.putAll(computed(some, some.stream().map(missing::get).toList(), progress));
        }
        List<Vector> vectors = new ArrayList<>();
        keys.forEach(key -> vectors.add(Vector.of(kept.get(key))));
        return vectors;
    }

    private Map<String, byte[]> computed(List<String> keys, List<String> texts, Progress progress) {
        List<Vector> vectors = network.of(texts, new Checking(progress));
        Map<String, byte[]> fresh = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            fresh.put(keys.get(i), vectors.get(i).bytes());
        }
        if (review.writable()) {
            review.write(Embeddings.keep(name(), fresh));
        }
        return fresh;
    }

    /** A portion's own progress is none of anybody's business, its being cancelled is. */
    private record Checking(Progress whole) implements Progress {
        @Override
        public void at(long done, long total) {}

        @Override
        public void check() {
            whole.check();
        }
    }

    private static String key(String text) {
        return Sha256.of(text).substring(0, KEY_DIGITS);
    }
}
