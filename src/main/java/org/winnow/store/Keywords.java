package org.winnow.store;

import java.util.List;
import java.util.Locale;
import org.winnow.store.Changes.Kind;

/** Words that the screening room highlights: those that speak for a record and those that speak against it. */
public final class Keywords {
    /** Which way a word speaks. */
    public enum Leaning {
        INCLUDE,
        EXCLUDE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A word or phrase; {@code *} at its end stands for any ending. */
    public record Keyword(String term, Leaning leaning) {}

    private final Review review;

    Keywords(Review review) {
        this.review = review;
    }

    public List<Keyword> all() {
        return review.read(handle -> handle.createQuery("SELECT term, kind FROM keyword ORDER BY kind DESC, term")
                .map((rs, ctx) -> new Keyword(
                        rs.getString("term"),
                        Leaning.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT))))
                .list());
    }

    public static Op<Void> add(Keyword keyword) {
        return Op.of(
                "keyword",
                tx -> {
                    tx.handle()
                            .createUpdate("""
                                    INSERT INTO keyword (uuid, term, kind) VALUES (:uuid, :term, :kind)
                                    ON CONFLICT (term, kind) DO NOTHING
                                    """)
                            .bind("uuid", tx.newUuid())
                            .bind("term", keyword.term().strip())
                            .bind("kind", keyword.leaning().key())
                            .execute();
                    return null;
                },
                Kind.KEYWORDS);
    }

    public static Op<Void> remove(Keyword keyword) {
        return Op.of(
                "keyword",
                tx -> {
                    tx.handle()
                            .execute(
                                    "DELETE FROM keyword WHERE term = ? AND kind = ?",
                                    keyword.term(),
                                    keyword.leaning().key());
                    return null;
                },
                Kind.KEYWORDS);
    }
}
