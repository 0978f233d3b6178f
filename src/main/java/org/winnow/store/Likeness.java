package org.winnow.store;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.winnow.store.Duplicates.Duplicate;
import org.winnow.store.Groups.Behind;
import org.winnow.store.Groups.Reason;
import org.winnow.store.Groups.Role;

/**
 * What is said of two records, and which record stands for its group, as facts that travel. Operations on duplicates change
 * the table as they go and write down what it came to; what comes in from another file, and what undo says again, is
 * followed by the table.
 */
final class Likeness {
    /** The operation by which a file from before these facts begins to have them. */
    static final String ADOPT = "adopt";

    static final String SAME = "same";
    static final String DIFFERENT = "different";
    static final String NOTHING = "";

    /** SQL condition: the pair {@code p} stands as a person has left it. */
    private static final String SAID = """
            EXISTS (SELECT 1 FROM current_likeness l WHERE coalesce(nullif(l.answer, ''), 'open') = p.answer
                AND (l.answer = 'different' OR l.how = 'person')
                AND (l.a_id, l.b_id) IN ((p.a_id, p.b_id), (p.b_id, p.a_id)))""";

    private static final String SAY = """
            INSERT INTO likeness (uuid, a_id, b_id, answer, how, why, at)
            SELECT :uuid, x.id, y.id, :answer, :how, :why, :at FROM record x JOIN record y
            ON x.uuid < y.uuid WHERE x.id IN (:a, :b) AND y.id IN (:a, :b)
            """;

    private Likeness() {}

    /** Says that two records are the same or different, or nothing any more. */
    static void say(Tx tx, long a, long b, String answer, boolean automatic, String why) {
        say(tx, a, b, answer, how(automatic), why, tx.newUuid(), tx.now());
    }

    /** Says of what the matcher brought together that it is the same: often of very many, so that one statement does it. */
    static void found(Tx tx, List<Duplicate> all) {
        try (PreparedBatch batch = tx.handle().prepareBatch(SAY)) {
            for (Duplicate d : all) {
                bind(batch, d.keeper().value(), d.record().value(), SAME, how(true), d.why(), tx.newUuid(), tx.now());
                batch.add();
            }
            batch.execute();
        }
    }

    private static void say(Tx tx, long a, long b, String answer, String how, String why, String uuid, long at) {
        try (Update update = tx.handle().createUpdate(SAY)) {
            bind(update, a, b, answer, how, why, uuid, at);
            update.execute();
        }
    }

    private static void bind(
            SqlStatement<?> saying, long a, long b, String answer, String how, String why, String uuid, long at) {
        saying.bind("uuid", uuid)
                .bind("a", a)
                .bind("b", b)
                .bind("answer", answer)
                .bind("how", how)
                .bind("why", why)
                .bind("at", at);
    }

    private static void role(Tx tx, long member, boolean stands, String how, String why, String uuid, long at) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO keeping (uuid, member_id, stands, how, why, at)
                        VALUES (:uuid, :member, :stands, :how, :why, :at)
                        """)
                .bind("uuid", uuid)
                .bind("member", member)
                .bind("stands", stands)
                .bind("how", how)
                .bind("why", why)
                .bind("at", at)
                .execute();
    }

    /** Says that a record stands for its group from now on. */
    static void stand(Tx tx, long member) {
        role(tx, member, true, "automatic", "", tx.newUuid(), tx.now());
    }

    private static String how(boolean automatic) {
        return automatic ? "automatic" : "person";
    }

    /** Says nothing any more of the pairs that were brought together without asking, or of all that are called the same. */
    static void takeBack(Tx tx, boolean alsoByPersons) {
        tx.handle()
                .createQuery("""
                        SELECT a_id, b_id, how FROM current_likeness
                        WHERE answer = 'same' AND (:all OR how = 'automatic') ORDER BY a_id, b_id
                        """)
                .bind("all", alsoByPersons)
                .map((rs, ctx) -> new Pair(rs.getLong("a_id"), rs.getLong("b_id"), rs.getString("how")))
                .list()
                .forEach(p -> say(tx, p.a(), p.b(), NOTHING, p.how(), "", tx.newUuid(), tx.now()));
    }

    private record Pair(long a, long b, String how) {}

    /** The records whose groups the running operation touches. */
    private static Set<Long> touched(Handle handle) {
        return handle.createQuery("""
                        WITH c AS MATERIALIZED (
                            SELECT tbl, row_id FROM change WHERE op_id = (SELECT id FROM current_op)
                                AND tbl IN ('duplicate', 'likeness', 'keeping'))
                        SELECT row_id FROM c WHERE tbl = 'duplicate'
                        UNION SELECT l.a_id FROM c JOIN likeness l ON l.id = c.row_id WHERE c.tbl = 'likeness'
                        UNION SELECT l.b_id FROM c JOIN likeness l ON l.id = c.row_id WHERE c.tbl = 'likeness'
                        UNION SELECT k.member_id FROM c JOIN keeping k ON k.id = c.row_id WHERE c.tbl = 'keeping'
                        """).mapTo(Long.class).stream().collect(Collectors.toSet());
    }

    /** Writes down, where it was not said yet, which record of each touched group stands for it and why the others do not. */
    static void writeDown(Tx tx) {
        Set<Long> touched = touched(tx.handle());
        if (touched.isEmpty()) {
            return;
        }
        Groups groups = Groups.around(tx.handle(), touched);
        for (List<Long> members : groups.all()) {
            for (long member : members) {
                Behind behind = groups.inTable(member);
                Reason said = groups.reason(member);
                if (behind == null || said.says(behind)) {
                    continue;
                }
                if (behind.why().isEmpty()) {
                    // An operation without words of its own leaves those that were said, as in every other file.
                    point(tx.handle(), member, behind.keeper(), said);
                } else {
                    role(tx, member, false, behind.how(), behind.why(), tx.newUuid(), tx.now());
                }
            }
            members.stream().filter(m -> groups.inTable(m) == null).forEach(keeper -> {
                Role role = groups.role(keeper);
                if (members.size() > 1 ? groups.keeper(members) != keeper : role != null && role.stands()) {
                    role(tx, keeper, members.size() > 1, "automatic", "", tx.newUuid(), tx.now());
                }
            });
        }
    }

    /** Lets the table follow from the facts that the running operation brought. */
    static void follow(Tx tx) {
        Set<Long> touched = touched(tx.handle());
        if (touched.isEmpty()) {
            return;
        }
        Groups groups = Groups.around(tx.handle(), touched);
        for (List<Long> members : groups.all()) {
            long keeper = members.size() == 1 ? members.get(0) : groups.keeper(members);
            for (long member : members) {
                Behind behind = groups.inTable(member);
                if (member == keeper) {
                    if (behind != null) {
                        tx.handle().execute("DELETE FROM duplicate WHERE record_id = ?", member);
                    }
                } else {
                    Reason reason = groups.reason(member);
                    if (!Objects.equals(behind, new Behind(keeper, reason.how(), reason.why()))) {
                        point(tx.handle(), member, keeper, reason);
                    }
                }
            }
        }
    }

    private static void point(Handle handle, long member, long keeper, Reason reason) {
        handle.createUpdate("""
                        INSERT INTO duplicate (record_id, keeper_id, how, why, at)
                        VALUES (:member, :keeper, :how, :why, :at)
                        ON CONFLICT (record_id) DO UPDATE SET keeper_id = excluded.keeper_id, how = excluded.how,
                            why = excluded.why, at = excluded.at
                        """)
                .bind("member", member)
                .bind("keeper", keeper)
                .bind("how", reason.how())
                .bind("why", reason.why())
                .bind("at", reason.at())
                .execute();
    }

    /**
     * Lets the answers to doubtful pairs be what people said last, here or elsewhere. A pair of which nothing is said any
     * more after a person called it the same is asked again; undone, it was never answered.
     */
    static void answer(Tx tx) {
        tx.handle().execute("""
                INSERT INTO doubtful_pair (a_id, b_id, score, why, answer, at)
                SELECT min(l.a_id, l.b_id), max(l.a_id, l.b_id), 0, '', coalesce(nullif(l.answer, ''), 'open'), l.at
                FROM current_likeness l WHERE l.answer = 'different' OR l.how = 'person'
                ON CONFLICT (a_id, b_id) DO UPDATE SET answer = excluded.answer, at = excluded.at
                WHERE answer <> excluded.answer""");
        tx.handle()
                .execute("UPDATE doubtful_pair AS p SET answer = 'open' WHERE p.answer <> 'open' AND NOT (" + SAID
                        + ")");
        tx.handle()
                .execute("DELETE FROM doubtful_pair AS p WHERE p.answer = 'open' AND p.score = 0 AND NOT (" + SAID
                        + ")");
    }

    /** Whether the file is from before these facts and has something to say in them. */
    static boolean toAdopt(Handle handle) {
        return handle.createQuery("""
                        SELECT NOT EXISTS (SELECT 1 FROM likeness)
                            AND (EXISTS (SELECT 1 FROM duplicate) OR EXISTS (
                                SELECT 1 FROM doubtful_pair WHERE answer <> 'open'))
                        """).mapTo(Boolean.class).one();
    }

    /** Writes down as facts what an older program left. Two copies of one file come to the same facts. */
    static Void adopt(Tx tx) {
        Handle handle = tx.handle();
        handle.createQuery("""
                        SELECT r.uuid AS record, k.uuid AS keeper, d.record_id, d.keeper_id, d.how, d.why, d.at
                        FROM duplicate d JOIN record r ON r.id = d.record_id JOIN record k ON k.id = d.keeper_id
                        """)
                .map((rs, ctx) -> new Old(
                        rs.getLong("record_id"),
                        rs.getLong("keeper_id"),
                        Elder.facts(
                                rs.getString("record"),
                                rs.getString("keeper"),
                                rs.getString("how"),
                                rs.getString("why"),
                                rs.getLong("at"))))
                .list()
                .forEach(old -> adopt(tx, old));
        handle.createQuery("""
                        SELECT p.a_id, p.b_id, p.answer, p.why, p.at, a.uuid AS a, b.uuid AS b FROM doubtful_pair p
                        JOIN record a ON a.id = p.a_id JOIN record b ON b.id = p.b_id WHERE p.answer <> 'open'
                        """)
                .map((rs, ctx) -> new Old(
                        rs.getLong("a_id"),
                        rs.getLong("b_id"),
                        List.of(new Elder.Fact(
                                Elder.answer(
                                        rs.getString("a"),
                                        rs.getString("b"),
                                        rs.getString("answer"),
                                        rs.getString("why"),
                                        rs.getLong("at")),
                                rs.getString("answer"),
                                "person",
                                rs.getString("why"),
                                rs.getLong("at")))))
                .list()
                .forEach(old -> adopt(tx, old));
        follow(tx);
        return null;
    }

    private record Old(long record, long keeper, List<Elder.Fact> facts) {}

    private static void adopt(Tx tx, Old old) {
        for (Elder.Fact f : old.facts()) {
            switch (f.says()) {
                case SAME, DIFFERENT ->
                    say(tx, old.record(), old.keeper(), f.says(), f.how(), f.why(), f.uuid(), f.at());
                case Elder.BEHIND -> role(tx, old.record(), false, f.how(), f.why(), f.uuid(), f.at());
                default -> {
                    if (!known(tx.handle(), f.uuid())) {
                        role(tx, old.keeper(), true, f.how(), f.why(), f.uuid(), f.at());
                    }
                }
            }
        }
    }

    private static boolean known(Handle handle, String uuid) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM keeping WHERE uuid = :uuid)")
                .bind("uuid", uuid)
                .mapTo(Boolean.class)
                .one();
    }
}
