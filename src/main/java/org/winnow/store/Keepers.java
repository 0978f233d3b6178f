package org.winnow.store;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.winnow.model.KeeperClaim;
import org.winnow.model.RecordId;
import org.winnow.store.LoggedTable.Claim;

/** Which record of a group stands for it. */
final class Keepers {
    private final Handle handle;
    private final Map<Long, Integer> ranks;

    Keepers(Handle handle) {
        this.handle = handle;
        this.ranks = Sources.ranks(handle);
    }

    /** Both records, the one that stands for others already first, else the one that the rule chooses. */
    List<RecordId> inOrder(RecordId a, RecordId b) {
        boolean groupOfA = !behind(a.value()).isEmpty();
        boolean groupOfB = !behind(b.value()).isEmpty();
        boolean first = groupOfA == groupOfB ? best(List.of(a.value(), b.value())) == a.value() : groupOfA;
        return first ? List.of(a, b) : List.of(b, a);
    }

    /** The record that the rule chooses; among those that people have decided on where there are any. */
    long best(List<Long> members) {
        List<Long> decided = members.stream().filter(m -> decided(handle, m)).toList();
        return claims(decided.isEmpty() ? members : decided).stream()
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .id()
                .value();
    }

    private List<KeeperClaim> claims(List<Long> members) {
        return handle.createQuery("""
                        SELECT <columns>, f.source_id FROM record r JOIN import_file f ON f.id = r.import_id
                        WHERE r.id IN (<ids>)
                        """)
                .define("columns", Records.COLUMNS)
                .defineList("ids", members)
                .map((rs, ctx) -> KeeperClaim.of(
                        new RecordId(rs.getLong("id")),
                        Records.bib(rs),
                        ranks.getOrDefault(rs.getLong("source_id"), KeeperClaim.OTHER_METHOD)))
                .list();
    }

    /**
     * Chooses anew in all groups that nobody has decided on.
     *
     * @param leaveChosen leaves alone what a person has merged or chosen
     */
    void arrange(Tx tx, boolean leaveChosen) {
        List<Long> keepers = handle.createQuery("""
                        SELECT d.keeper_id FROM duplicate d GROUP BY d.keeper_id
                        HAVING NOT (:leave AND max(d.how = 'person')) ORDER BY 1
                        """)
                .bind("leave", leaveChosen)
                .mapTo(Long.class)
                .list();
        for (long keeper : keepers) {
            List<Long> members =
                    Stream.concat(Stream.of(keeper), behind(keeper).stream()).toList();
            long best = best(members);
            if (best != keeper && members.stream().noneMatch(m -> decided(handle, m))) {
                swap(tx, keeper, best);
            }
        }
    }

    /** The old keeper becomes one of those behind the new one, for the reason for which the new one stood behind it. */
    private static void swap(Tx tx, long old, long now) {
        List<String> reason = tx.handle()
                .createQuery("SELECT how, why FROM duplicate WHERE record_id = :now")
                .bind("now", now)
                .map((rs, ctx) -> List.of(rs.getString("how"), rs.getString("why")))
                .one();
        tx.handle().execute("DELETE FROM duplicate WHERE record_id = ?", now);
        point(tx, old, now, reason.get(0), reason.get(1));
    }

    /** The new keeper stands for the old one and all that the old one stood for, and is said all that was said of it. */
    static void change(Tx tx, long old, long now, String how, String why) {
        tx.handle().execute("DELETE FROM duplicate WHERE record_id = ?", now);
        point(tx, old, now, how, why);
        for (LoggedTable table : LoggedTable.ALL) {
            if (table.about().contains("record_id")) {
                carryOver(tx, table, old, now);
            }
        }
    }

    /** The keeper stands for the record and for whoever pointed to it. */
    static void point(Tx tx, long record, long keeper, String how, String why) {
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

    /** Says of the new record what is said of the old one, where nothing is said of it on the matter. */
    private static void carryOver(Tx tx, LoggedTable table, long old, long now) {
        String columns = Stream.concat(
                        table.about().stream(), table.claims().stream().map(Claim::column))
                .distinct()
                .collect(Collectors.joining(", "));
        String values = columns.replace("record_id", ":now");
        for (long fact : unsaid(tx, table, old, now)) {
            tx.handle()
                    .createUpdate("INSERT INTO <table> (uuid, at, <columns>) SELECT :uuid, :at, <values> FROM <table>"
                            + " WHERE id = :fact")
                    .define("table", table.name())
                    .define("columns", columns)
                    .define("values", values)
                    .bind("uuid", tx.newUuid())
                    .bind("at", tx.now())
                    .bind("now", now)
                    .bind("fact", fact)
                    .execute();
        }
    }

    private static List<Long> unsaid(Tx tx, LoggedTable table, long old, long now) {
        String same = table.sameSubject();
        return tx.handle()
                .createQuery("""
                        SELECT f.id FROM <table> f WHERE f.record_id = :old AND <says>
                            AND NOT EXISTS (SELECT 1 FROM <table> p WHERE <same> AND (p.at, p.uuid) > (f.at, f.uuid))
                            AND NOT EXISTS (SELECT 1 FROM <table> p WHERE <ofNow> AND <saysToo> AND NOT EXISTS (
                                SELECT 1 FROM <table> q WHERE <sameOfNow> AND (q.at, q.uuid) > (p.at, p.uuid)))
                        ORDER BY f.at, f.uuid
                        """)
                .define("table", table.name())
                .define("says", says(table, "f"))
                .define("same", same)
                .define("ofNow", same.replace("p.record_id = f.record_id", "p.record_id = :now"))
                .define("saysToo", says(table, "p"))
                .define("sameOfNow", same.replace("p.", "q.").replace("f.", "p."))
                .bind("old", old)
                .bind("now", now)
                .mapTo(Long.class)
                .list();
    }

    /** SQL condition: the fact claims something. */
    private static String says(LoggedTable table, String alias) {
        return table.claims().stream()
                .filter(c -> !c.nothing().startsWith("f."))
                .map(c -> alias + "." + c.column() + " IS NOT " + c.nothing())
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    static boolean decided(Handle handle, long record) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM tally WHERE record_id = :r AND outcome <> 'undecided'
                            AND stage IN ('title-abstract', 'full-text'))
                        """).bind("r", record).mapTo(Boolean.class).one();
    }

    /** Whether the two stand differently at a stage at which both were decided on. */
    static boolean decidedDifferently(Handle handle, long a, long b) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM tally x JOIN tally y ON y.stage = x.stage AND y.record_id = :b
                            WHERE x.record_id = :a AND x.stage IN ('title-abstract', 'full-text')
                                AND x.outcome <> 'undecided' AND y.outcome <> 'undecided' AND x.outcome <> y.outcome)
                        """)
                .bind("a", a)
                .bind("b", b)
                .mapTo(Boolean.class)
                .one();
    }

    private List<Long> behind(long keeper) {
        return handle.createQuery("SELECT record_id FROM duplicate WHERE keeper_id = :keeper ORDER BY record_id")
                .bind("keeper", keeper)
                .mapTo(Long.class)
                .list();
    }
}
