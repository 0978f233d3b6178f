package org.winnow.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Groups of records that are the same report, as the facts have them: whoever is called the same, one by another, belongs
 * together; the member that was said last to stand for its group does.
 */
final class Groups {
    /** Why a record stands behind another. */
    record Reason(String how, String why, long at) {
        boolean says(Behind behind) {
            return how.equals(behind.how()) && why.equals(behind.why());
        }
    }

    /** A line of the table of duplicates. */
    record Behind(long keeper, String how, String why) {}

    /** What was said last of a member. */
    record Role(boolean stands, String how, String why, long at, String uuid) {}

    private final Handle handle;
    private final Map<Long, Long> parents = new HashMap<>();
    private final Map<Long, String> uuids = new HashMap<>();
    private final Map<Long, Reason> reasons = new HashMap<>();
    private final Map<Long, Role> roles = new HashMap<>();
    private final Map<Long, Behind> table = new HashMap<>();

    private Groups(Handle handle) {
        this.handle = handle;
    }

    /** The groups in which these records are, or stand in the table. */
    static Groups around(Handle handle, Collection<Long> records) {
        Groups groups = new Groups(handle);
        handle.execute("CREATE TEMP TABLE IF NOT EXISTS around (id INTEGER PRIMARY KEY)");
        handle.execute("DELETE FROM temp.around");
        try (var batch = handle.prepareBatch("INSERT OR IGNORE INTO temp.around VALUES (?)")) {
            records.forEach(id -> batch.bind(0, id).add());
            batch.execute();
        }
        handle.execute("""
                INSERT OR IGNORE INTO temp.around
                WITH RECURSIVE g (id) AS (
                    SELECT id FROM temp.around
                    UNION SELECT l.b_id FROM g JOIN current_likeness l ON l.a_id = g.id WHERE l.answer = 'same'
                    UNION SELECT l.a_id FROM g JOIN current_likeness l ON l.b_id = g.id WHERE l.answer = 'same'
                    UNION SELECT d.keeper_id FROM g JOIN duplicate d ON d.record_id = g.id
                    UNION SELECT d.record_id FROM g JOIN duplicate d ON d.keeper_id = g.id)
                SELECT id FROM g""");
        groups.read();
        return groups;
    }

    private void read() {
        handle.createQuery("SELECT r.id, r.uuid FROM temp.around a JOIN record r ON r.id = a.id ORDER BY r.id")
                .map((rs, ctx) -> Map.entry(rs.getLong("id"), rs.getString("uuid")))
                .forEach(e -> {
                    parents.put(e.getKey(), e.getKey());
                    uuids.put(e.getKey(), e.getValue());
                });
        handle.createQuery("""
                        SELECT a_id, b_id, how, why, at FROM current_likeness
                        WHERE answer = 'same' AND a_id IN (SELECT id FROM temp.around) ORDER BY at, uuid
                        """)
                .map((rs, ctx) -> {
                    Reason reason = new Reason(rs.getString("how"), rs.getString("why"), rs.getLong("at"));
                    join(rs.getLong("a_id"), rs.getLong("b_id"), reason);
                    return reason;
                })
                .list();
        handle.createQuery("""
                        SELECT member_id, stands, how, why, at, uuid FROM current_keeping
                        WHERE member_id IN (SELECT id FROM temp.around)
                        """)
                .map((rs, ctx) -> Map.entry(
                        rs.getLong("member_id"),
                        new Role(
                                rs.getBoolean("stands"),
                                rs.getString("how"),
                                rs.getString("why"),
                                rs.getLong("at"),
                                rs.getString("uuid"))))
                .forEach(e -> roles.put(e.getKey(), e.getValue()));
        handle.createQuery("""
                        SELECT record_id, keeper_id, how, why FROM duplicate
                        WHERE record_id IN (SELECT id FROM temp.around)
                        """)
                .map((rs, ctx) -> Map.entry(
                        rs.getLong("record_id"),
                        new Behind(rs.getLong("keeper_id"), rs.getString("how"), rs.getString("why"))))
                .forEach(e -> table.put(e.getKey(), e.getValue()));
    }

    /** The newest of a record's reasons stays. */
    private void join(long a, long b, Reason reason) {
        parents.put(root(a), root(b));
        reasons.put(a, reason);
        reasons.put(b, reason);
    }

    private long root(long id) {
        long at = id;
        while (parents.get(at) != at) {
            parents.put(at, parents.get(parents.get(at)));
            at = parents.get(at);
        }
        return at;
    }

    /** The members of each group; a record that is alone is one too. */
    Collection<List<Long>> all() {
        Map<Long, List<Long>> groups = new TreeMap<>();
        parents.keySet().stream().sorted().forEach(id -> groups.computeIfAbsent(root(id), k -> new ArrayList<>())
                .add(id));
        return groups.values();
    }

    /** What the table says of the record; null where it stands for itself. */
    @Nullable
    Behind inTable(long record) {
        return table.get(record);
    }

    @Nullable
    Role role(long record) {
        return roles.get(record);
    }

    /** The member that stands for the others; where nobody said, the one whose UUID comes first. */
    long keeper(List<Long> members) {
        Comparator<Long> newest = Comparator.comparing((Long m) -> roles.get(m).at())
                .thenComparing(m -> roles.get(m).uuid());
        return members.stream()
                .filter(m -> roles.containsKey(m) && roles.get(m).stands())
                .max(newest)
                .orElseGet(() -> Collections.min(members, Comparator.comparing(uuids::get)));
    }

    /** Why a member stands behind the keeper: as was said with it, else what was said last of it and another. */
    Reason reason(long member) {
        Role role = roles.get(member);
        return role != null && !role.stands() && !role.why().isEmpty()
                ? new Reason(role.how(), role.why(), role.at())
                : reasons.getOrDefault(member, new Reason("automatic", "", 0));
    }
}
