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

    /** A word or phrase, with the signs that the screening room knows: {@code *}, {@code ?}, {@code #} and {@code ~}. */
    public record Keyword(String term, Leaning leaning) {}

    private final Review review;

    Keywords(Review review) {
        this.review = review;
    }

    public List<Keyword> all() {
        return review.read(handle -> handle.createQuery(
                        "SELECT term, kind FROM keyword WHERE retired = 0 ORDER BY kind DESC, term")
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
                                    INSERT INTO keyword (uuid, term, kind, at) VALUES (:uuid, :term, :kind, :now)
                                    ON CONFLICT (term, kind) DO UPDATE SET retired = 0, at = excluded.at
                                    WHERE retired = 1
                                    """)
                            .bind("uuid", tx.newUuid())
                            .bind("term", keyword.term().strip())
                            .bind("kind", keyword.leaning().key())
                            .bind("now", tx.now())
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
                                    "UPDATE keyword SET retired = 1, at = ? WHERE term = ? AND kind = ?",
                                    tx.now(),
                                    keyword.term(),
                                    keyword.leaning().key());
                    return null;
                },
                Kind.KEYWORDS);
    }
}
