package org.winnow.store;

import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.winnow.store.Changes.Kind;

/** What a network made of texts, by the text: computed once, read from then on. Nothing of it is anybody's decision. */
public final class Embeddings {
    private final Review review;

    Embeddings(Review review) {
        this.review = review;
    }

    /** All that a network has made so far, by the key of the text. */
    public Map<String, byte[]> of(String network) {
        return review.read(handle -> {
            Map<String, byte[]> all = new HashMap<>();
            handle.createQuery("SELECT text_key, vector FROM embedding WHERE network = :network")
                    .bind("network", network)
                    .map((rs, ctx) -> Map.entry(rs.getString(1), rs.getBytes(2)))
                    .forEach(e -> all.put(e.getKey(), e.getValue()));
            return all;
        });
    }

    /** Keeps what a network made of texts. Nothing that undo would take back. */
    public static Op<Void> keep(String network, Map<String, byte[]> vectors) {
        return Op.of(
                "embed",
                tx -> {
                    try (PreparedBatch batch = tx.handle().prepareBatch("""
                            INSERT INTO embedding (network, text_key, vector) VALUES (:network, :key, :vector)
                            ON CONFLICT DO NOTHING
                            """)) {
                        vectors.forEach((key, vector) -> batch.bind("network", network)
                                .bind("key", key)
                                .bind("vector", vector)
                                .add());
                        batch.execute();
                    }
                    return null;
                },
                Kind.RANKING);
    }
}
