package org.winnow.store;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.winnow.model.RecordId;
import org.winnow.store.Changes.Kind;

/** Which records stand for which, and the pairs that a person is asked about. Nothing is ever deleted as a duplicate. */
public final class Duplicates {
    /** @param automatic whether the matcher was sure, or a person said so */
    public record Duplicate(RecordId record, RecordId keeper, boolean automatic, String why) {}

    /** A pair that the matcher was not sure of; {@code a} has the lower number. */
    public record DoubtfulPair(RecordId a, RecordId b, double score, String why, Answer answer) {}

    /** What was said of a doubtful pair. */
    public enum Answer {
        OPEN,
        SAME,
        DIFFERENT
    }

    private final Review review;

    Duplicates(Review review) {
        this.review = review;
    }

    /** All duplicates, by keeper, in the order of import. */
    public List<Duplicate> all() {
        return review.read(handle -> handle.createQuery(
                        "SELECT record_id, keeper_id, how, why FROM duplicate ORDER BY keeper_id, record_id")
                .map((rs, ctx) -> new Duplicate(
                        new RecordId(rs.getLong("record_id")),
                        new RecordId(rs.getLong("keeper_id")),
                        rs.getString("how").equals("automatic"),
                        rs.getString("why")))
                .list());
    }

    public long count() {
        return review.read(handle -> handle.createQuery("SELECT count(*) FROM duplicate")
                .mapTo(Long.class)
                .one());
    }

    /** The records that this one stands for. */
    public List<RecordId> standingBehind(RecordId keeper) {
        return all().stream()
                .filter(d -> d.keeper().equals(keeper))
                .map(Duplicate::record)
                .toList();
    }

    /** Doubtful pairs with that answer, the most alike first; open ones only while the two stand in different groups. */
    public List<DoubtfulPair> pairs(Answer answer) {
        return review.read(handle -> handle.createQuery("""
                        SELECT p.a_id, p.b_id, p.score, p.why FROM doubtful_pair p
                        LEFT JOIN duplicate a ON a.record_id = p.a_id
                        LEFT JOIN duplicate b ON b.record_id = p.b_id
                        WHERE p.answer = :answer AND (:answer <> 'open'
                            OR coalesce(a.keeper_id, p.a_id) <> coalesce(b.keeper_id, p.b_id))
                        ORDER BY p.score DESC, p.id
                        """)
                .bind("answer", key(answer))
                .map((rs, ctx) -> new DoubtfulPair(
                        new RecordId(rs.getLong("a_id")),
                        new RecordId(rs.getLong("b_id")),
                        rs.getDouble("score"),
                        rs.getString("why"),
                        answer))
                .list());
    }

    /** Writes down what the matcher found, in one operation: certain duplicates, and pairs to ask about. */
    public static Op<Void> found(Collection<Duplicate> duplicates, Collection<DoubtfulPair> pairs) {
        return Op.of(
                "dedup",
                tx -> {
                    duplicates.forEach(d -> unite(tx, d));
                    pairs.forEach(p -> ask(tx, p));
                    return null;
                },
                Kind.DUPLICATES,
                Kind.RECORDS,
                Kind.DECISIONS);
    }

    /**
     * A person says that the pair is the same report: {@code keeper} stands for {@code duplicate} from now on, or the
     * other way round where only {@code duplicate} has been decided on; {@link #keep} changes that.
     */
    public static Op<Void> same(RecordId keeper, RecordId duplicate, String why) {
        return Op.of(
                "same",
                tx -> {
                    unite(tx, new Duplicate(duplicate, keeper, false, why));
                    answer(tx, keeper, duplicate, Answer.SAME);
                    return null;
                },
                Kind.DUPLICATES,
                Kind.RECORDS,
                Kind.DECISIONS);
    }

    /** A person says that the two are different reports; the matcher will not bring them together again. */
    public static Op<Void> different(RecordId a, RecordId b) {
        return Op.of(
                "different",
                tx -> {
                    answer(tx, a, b, Answer.DIFFERENT);
                    return null;
                },
                Kind.DUPLICATES);
    }

    /** Takes a record out of its group: it stands for itself again and is remembered as different from its keeper. */
    public static Op<Void> separate(RecordId duplicate, RecordId keeper) {
        return Op.of(
                "separate",
                tx -> {
                    tx.handle().execute("DELETE FROM duplicate WHERE record_id = ?", duplicate.value());
                    answer(tx, keeper, duplicate, Answer.DIFFERENT);
                    return null;
                },
                Kind.DUPLICATES,
                Kind.RECORDS,
                Kind.DECISIONS);
    }

    /** Lets another member of a group stand for it. */
    public static Op<Void> keep(RecordId newKeeper, RecordId oldKeeper) {
        return Op.of(
                "keeper",
                tx -> {
                    tx.handle().execute("DELETE FROM duplicate WHERE record_id = ?", newKeeper.value());
                    point(tx, oldKeeper.value(), newKeeper.value(), "person", "Chosen by a person.");
                    return null;
                },
                Kind.DUPLICATES,
                Kind.RECORDS,
                Kind.DECISIONS);
    }

    /**
     * Brings two groups together. The keeper's keeper stands for all of them, unless people have decided on the other
     * side alone: then its keeper does, so that their decisions go on counting.
     */
    private static void unite(Tx tx, Duplicate d) {
        long keeper = keeperOf(tx, d.keeper());
        long other = keeperOf(tx, d.record());
        if (keeper == other) {
            return;
        }
        boolean swap = !isDecided(tx, keeper) && isDecided(tx, other);
        String how = d.automatic() ? "automatic" : "person";
        point(tx, swap ? keeper : other, swap ? other : keeper, how, d.why());
    }

    private static long keeperOf(Tx tx, RecordId record) {
        return tx.handle()
                .createQuery("SELECT coalesce((SELECT keeper_id FROM duplicate WHERE record_id = :r), :r)")
                .bind("r", record.value())
                .mapTo(Long.class)
                .one();
    }

    private static boolean isDecided(Tx tx, long record) {
        return tx.handle()
                .createQuery("""
                        SELECT EXISTS (SELECT 1 FROM tally WHERE record_id = :r AND outcome <> 'undecided'
                            AND stage IN ('title-abstract', 'full-text'))
                        """)
                .bind("r", record)
                .mapTo(Boolean.class)
                .one();
    }

    /** The keeper stands for the record and for whoever pointed to it. */
    private static void point(Tx tx, long record, long keeper, String how, String why) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO duplicate (record_id, keeper_id, how, why, at)
                        VALUES (:record, :keeper, :how, :why, :now)
                        ON CONFLICT (record_id) DO UPDATE SET keeper_id = excluded.keeper_id, how = excluded.how,
                            why = excluded.why, at = excluded.at
                        """)
                .bind("record", record)
                .bind("keeper", keeper)
                .bind("how", how)
                .bind("why", why)
                .bind("now", tx.now())
                .execute();
        tx.handle().execute("UPDATE duplicate SET keeper_id = ? WHERE keeper_id = ?", keeper, record);
    }

    private static void ask(Tx tx, DoubtfulPair p) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO doubtful_pair (a_id, b_id, score, why, at) VALUES (:a, :b, :score, :why, :now)
                        ON CONFLICT (a_id, b_id) DO UPDATE SET score = excluded.score, why = excluded.why
                        WHERE answer = 'open'
                        """)
                .bind("a", Math.min(p.a().value(), p.b().value()))
                .bind("b", Math.max(p.a().value(), p.b().value()))
                .bind("score", p.score())
                .bind("why", p.why())
                .bind("now", tx.now())
                .execute();
    }

    private static void answer(Tx tx, RecordId a, RecordId b, Answer answer) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO doubtful_pair (a_id, b_id, score, why, answer, at) VALUES (:a, :b, 0, '', :answer, :now)
                        ON CONFLICT (a_id, b_id) DO UPDATE SET answer = excluded.answer, at = excluded.at
                        """)
                .bind("a", Math.min(a.value(), b.value()))
                .bind("b", Math.max(a.value(), b.value()))
                .bind("answer", key(answer))
                .bind("now", tx.now())
                .execute();
    }

    private static String key(Answer answer) {
        return answer.name().toLowerCase(Locale.ROOT);
    }
}
