package org.winnow.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What is left of a group when a record is taken out of it. The others stay together; where it was only that record which
 * they were called the same as, they are called the same as each other from now on.
 */
final class Left {
    private final Tx tx;
    private final List<Long> members;
    private final Set<Long> reached = new HashSet<>();
    private final Set<Long> apart = new HashSet<>();

    private Left(Tx tx, List<Long> members) {
        this.tx = tx;
        this.members = members;
    }

    /** @param members of the group, without the record that was taken out; the table knows nothing of that yet */
    static void holdTogether(Tx tx, List<Long> members) {
        Left left = new Left(tx, members);
        long keeper = Merges.keeperOf(tx.handle(), members.get(0));
        if (!members.contains(keeper)) {
            keeper = new Keepers(tx.handle()).best(members);
            Likeness.stand(tx, keeper);
        }
        left.reached.addAll(left.part(keeper));
        for (long member : members) {
            if (!left.reached.contains(member) && !left.apart.contains(member)) {
                left.join(member);
            }
        }
    }

    /** Calls the part of the group that begins here the same as the rest, unless people have called them different. */
    private void join(long member) {
        Set<Long> part = part(member);
        Optional<long[]> link = part.stream()
                .flatMap(m -> reached.stream().map(r -> new long[] {r, m}))
                .filter(pair -> !different(pair[0], pair[1]))
                .findFirst();
        if (link.isPresent()) {
            Likeness.say(tx, link.get()[0], link.get()[1], Likeness.SAME, true, why(link.get()[1]));
            reached.addAll(part);
        } else {
            if (part.size() > 1) {
                Likeness.stand(tx, new Keepers(tx.handle()).best(List.copyOf(part)));
            }
            apart.addAll(part);
        }
    }

    /** The members that are called the same as this one, one by another. */
    private Set<Long> part(long from) {
        Set<Long> part = new HashSet<>(Set.of(from));
        Deque<Long> open = new ArrayDeque<>(part);
        while (!open.isEmpty()) {
            for (long next : same(tx.handle(), open.pop())) {
                if (members.contains(next) && part.add(next)) {
                    open.add(next);
                }
            }
        }
        return part;
    }

    private static List<Long> same(Handle handle, long record) {
        return handle.createQuery("""
                        SELECT b_id FROM current_likeness WHERE a_id = :record AND answer = 'same'
                        UNION SELECT a_id FROM current_likeness WHERE b_id = :record AND answer = 'same' ORDER BY 1
                        """).bind("record", record).mapTo(Long.class).list();
    }

    private boolean different(long a, long b) {
        return tx.handle()
                .createQuery("""
                        SELECT EXISTS (SELECT 1 FROM current_likeness
                            WHERE answer = 'different' AND (a_id, b_id) IN ((:a, :b), (:b, :a)))
                        """)
                .bind("a", a)
                .bind("b", b)
                .mapTo(Boolean.class)
                .one();
    }

    private String why(long member) {
        return tx.handle()
                .createQuery("SELECT coalesce((SELECT why FROM duplicate WHERE record_id = :member), '')")
                .bind("member", member)
                .mapTo(String.class)
                .one();
    }
}
