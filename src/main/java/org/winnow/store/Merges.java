package org.winnow.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.winnow.model.RecordId;
import org.winnow.store.Changes.Kind;
import org.winnow.store.Duplicates.Answer;
import org.winnow.store.Duplicates.DoubtfulPair;
import org.winnow.store.Duplicates.Duplicate;

/**
 * Brings records together and takes them apart again. Decisions belong to records and are never touched: what was decided
 * on a record counts again as soon as it stands for itself.
 */
public final class Merges {
    /** Ends the reason of a pair that is asked about only because of what people decided. */
    static final String NOT_ALIKE = "; people have decided on both, and not alike";

    private Merges() {}

    /** An operation on duplicates, which changes what the lists show and what is decided. */
    private static Op<Void> op(String name, Consumer<Tx> work) {
        return Op.of(
                name,
                tx -> {
                    work.accept(tx);
                    Likeness.writeDown(tx);
                    return null;
                },
                Kind.DUPLICATES,
                Kind.RECORDS,
                Kind.DECISIONS);
    }

    /**
     * Writes down what the matcher found, in one operation: certain duplicates, and pairs to ask about. Where people have
     * decided on both sides, and not alike, they are asked as well.
     *
     * @param compared the imports of which all records have been compared now
     */
    public static Op<Void> found(Collection<Duplicate> duplicates, Collection<DoubtfulPair> pairs, Set<Long> compared) {
        return op("dedup", tx -> {
            Likeness.found(tx, duplicates.stream().filter(d -> unite(tx, d)).toList());
            pairs.forEach(p -> ask(tx, p));
            compared.forEach(
                    id -> tx.handle().execute("UPDATE import_file SET compared = 1 WHERE id = ? AND compared = 0", id));
        });
    }

    /**
     * A person says that the pair is the same report: {@code keeper} stands for {@code duplicate} from now on, or the
     * other way round where only {@code duplicate} has been decided on; {@link #keep} changes that.
     */
    public static Op<Void> same(RecordId keeper, RecordId duplicate, String why) {
        return op("same", tx -> {
            unite(tx, new Duplicate(duplicate, keeper, false, why));
            answer(tx, keeper, duplicate, Answer.SAME, why);
        });
    }

    /** A person says that the two are different reports; the matcher will not bring them together again. */
    public static Op<Void> different(RecordId a, RecordId b) {
        return op("different", tx -> {
            different(tx, a, b);
            // Two of one group may have been held together by nothing but being called the same. Where others hold them
            // together, it is for people to settle: see Duplicates.disputed.
            Likeness.follow(tx);
        });
    }

    /** A person accepts these doubtful pairs together; each can be taken apart again by itself. */
    public static Op<Void> sameAll(Collection<DoubtfulPair> pairs) {
        return op("same-all", tx -> {
            Keepers keepers = new Keepers(tx.handle());
            for (DoubtfulPair p : pairs) {
                List<RecordId> two = keepers.inOrder(
                        new RecordId(keeperOf(tx.handle(), p.a().value())),
                        new RecordId(keeperOf(tx.handle(), p.b().value())));
                unite(tx, new Duplicate(two.get(1), two.get(0), false, p.why()));
                answer(tx, p.a(), p.b(), Answer.SAME, p.why());
            }
        });
    }

    /**
     * Takes a record out of its group: it stands for itself again and is remembered as different from all the others.
     * Where it stood for them, the next by the rule does.
     */
    public static Op<Void> separate(RecordId record) {
        return op("separate", tx -> {
            List<Long> others = others(tx.handle(), record.value());
            others.forEach(other -> different(tx, record, new RecordId(other)));
            if (others.size() > 1) {
                Left.holdTogether(tx, others);
            }
            Likeness.follow(tx);
        });
    }

    /** Takes a group apart: all its records stand for themselves and are remembered as different from each other. */
    public static Op<Void> apart(RecordId keeper) {
        return op("apart", tx -> {
            List<Long> others = others(tx.handle(), keeper.value());
            for (int i = 0; i < others.size(); i++) {
                different(tx, keeper, new RecordId(others.get(i)));
                for (Long other : others.subList(i + 1, others.size())) {
                    different(tx, new RecordId(others.get(i)), new RecordId(other));
                }
            }
            Likeness.follow(tx);
        });
    }

    /**
     * Takes back all merges that were made without asking, or all of them; nothing is remembered as different, and the next
     * search looks at all records again. What a person called the same stays together, or is asked again.
     */
    public static Op<Void> takeBack(boolean alsoByPersons) {
        return op("take-back", tx -> {
            Handle handle = tx.handle();
            handle.execute("DELETE FROM duplicate");
            Likeness.takeBack(tx, alsoByPersons);
            handle.execute("UPDATE import_file SET compared = 0 WHERE compared = 1");
            if (alsoByPersons) {
                handle.execute("UPDATE doubtful_pair SET answer = 'open', at = ? WHERE answer = 'same'", tx.now());
                return;
            }
            handle.createQuery("SELECT a_id, b_id, why FROM doubtful_pair WHERE answer = 'same' ORDER BY id")
                    .map((rs, ctx) -> new Duplicate(
                            new RecordId(rs.getLong("b_id")),
                            new RecordId(rs.getLong("a_id")),
                            false,
                            rs.getString("why")))
                    .list()
                    .forEach(d -> unite(tx, d));
            new Keepers(tx.handle()).arrange(tx, false);
        });
    }

    /**
     * Lets another member of a group stand for it. What the old one was decided, noted and tagged, the new one is too
     * unless something was said of it already, so that no decision is lost from sight.
     */
    public static Op<Void> keep(RecordId newKeeper) {
        return op("keeper", tx -> {
            long old = keeperOf(tx.handle(), newKeeper.value());
            if (old != newKeeper.value()) {
                Keepers.change(tx, old, newKeeper.value(), "person", "Chosen by a person.");
            }
        });
    }

    /** Chooses the keepers anew by the rule, in groups that nobody has decided on or chosen the keeper of. */
    public static Op<Void> arrange() {
        return op("arrange", tx -> new Keepers(tx.handle()).arrange(tx, true));
    }

    /**
     * Brings two groups together. The keeper's keeper stands for all of them, unless people have decided on the other
     * side alone: then its keeper does, so that their decisions go on counting. Where they decided on both and not alike,
     * only a person brings them together.
     *
     * @return whether they were in two groups, and are in one now
     */
    private static boolean unite(Tx tx, Duplicate d) {
        long keeper = keeperOf(tx.handle(), d.keeper().value());
        long other = keeperOf(tx.handle(), d.record().value());
        if (keeper == other) {
            return false;
        }
        boolean decided = Keepers.decided(tx.handle(), other);
        boolean both = decided && Keepers.decided(tx.handle(), keeper);
        if (both && d.automatic() && Keepers.decidedDifferently(tx.handle(), keeper, other)) {
            String why = d.why() + NOT_ALIKE;
            ask(tx, new DoubtfulPair(new RecordId(keeper), new RecordId(other), 1, why, Answer.OPEN));
            return false;
        }
        boolean swap = decided && !both;
        String how = d.automatic() ? "automatic" : "person";
        Keepers.point(tx, swap ? keeper : other, swap ? other : keeper, how, d.why());
        return true;
    }

    static long keeperOf(Handle handle, long record) {
        return handle.createQuery("SELECT coalesce((SELECT keeper_id FROM duplicate WHERE record_id = :r), :r)")
                .bind("r", record)
                .mapTo(Long.class)
                .one();
    }

    /** The other records of the group. */
    private static List<Long> others(Handle handle, long record) {
        return handle.createQuery("""
                        SELECT record_id FROM duplicate WHERE keeper_id = :keeper AND record_id <> :record
                        UNION SELECT :keeper WHERE :keeper <> :record ORDER BY 1
                        """)
                .bind("keeper", keeperOf(handle, record))
                .bind("record", record)
                .mapTo(Long.class)
                .list();
    }

    private static void ask(Tx tx, DoubtfulPair p) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO doubtful_pair (a_id, b_id, score, why, at) VALUES (:a, :b, :score, :why, :now)
                        ON CONFLICT (a_id, b_id) DO UPDATE SET score = excluded.score, why = excluded.why
                        WHERE answer = 'open' AND (score, why) IS NOT (excluded.score, excluded.why)
                        """)
                .bind("a", Math.min(p.a().value(), p.b().value()))
                .bind("b", Math.max(p.a().value(), p.b().value()))
                .bind("score", p.score())
                .bind("why", p.why())
                .bind("now", tx.now())
                .execute();
    }

    private static void different(Tx tx, RecordId a, RecordId b) {
        answer(tx, a, b, Answer.DIFFERENT, "");
    }

    private static void answer(Tx tx, RecordId a, RecordId b, Answer answer, String why) {
        Likeness.say(tx, a.value(), b.value(), answer.key(), false, why);
        tx.handle()
                .createUpdate("""
                        INSERT INTO doubtful_pair (a_id, b_id, score, why, answer, at) VALUES (:a, :b, 0, '', :answer, :now)
                        ON CONFLICT (a_id, b_id) DO UPDATE SET answer = excluded.answer, at = excluded.at
                        """)
                .bind("a", Math.min(a.value(), b.value()))
                .bind("b", Math.max(a.value(), b.value()))
                .bind("answer", answer.key())
                .bind("now", tx.now())
                .execute();
    }
}
