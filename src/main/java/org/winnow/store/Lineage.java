package org.winnow.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * How far the audit trail of a file has come: some operations with their hashes, each of which is over everything before
 * it. Whoever has merged a session of the file remembers the newest, and can tell from the next session whether the trail
 * went on from there, or was cut off or changed.
 *
 * @param file UUID of the file's first operation
 * @param points every 256th operation and the 256 newest, the oldest first
 */
public record Lineage(String file, List<Point> points) {
    /** An operation by its number in that file. */
    public record Point(long op, String hash) {}

    /** The topic under which is remembered what came; it stays in this file. */
    static final String TOPIC = "lineage";

    private static final int STEP = 256;

    public Lineage {
        points = List.copyOf(points);
    }

    static Lineage of(Handle handle) {
        String file = handle.createQuery("SELECT uuid FROM op ORDER BY id LIMIT 1")
                .mapTo(String.class)
                .one();
        return new Lineage(
                file,
                handle.createQuery("""
                                SELECT id, hash FROM (
                                    SELECT id, hash, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS all_of_them
                                    FROM op WHERE hash IS NOT NULL)
                                WHERE n % :step = 0 OR n > all_of_them - :step ORDER BY id
                                """)
                        .bind("step", STEP)
                        .map((rs, ctx) -> new Point(rs.getLong("id"), rs.getString("hash")))
                        .list());
    }

    /** Whether it contradicts what came of that file before; remembers how far it has come now. */
    boolean contradictsWhatCame(Tx tx) {
        if (points.isEmpty()) {
            return false;
        }
        List<Point> before = remembered(tx.handle());
        Point newest = points.getLast();
        if (before.isEmpty() || before.getLast().op() < newest.op()) {
            List<Point> now = new ArrayList<>();
            // The newest but one of those that every later session holds too, however long the file is by then.
            points.stream()
                    .filter(p -> points.size() > STEP
                            && p.op() < points.get(points.size() - STEP).op())
                    .reduce((a, b) -> b)
                    .ifPresent(now::add);
            now.add(newest);
            String value = now.stream().map(p -> p.op() + " " + p.hash()).collect(Collectors.joining(" ", "[", "]"));
            Statements.state("merge", TOPIC, file, value, "").work().in(tx);
        }
        return contradicts(before);
    }

    private boolean contradicts(List<Point> before) {
        Map<Long, String> here = new TreeMap<>();
        points.forEach(p -> here.put(p.op(), p.hash()));
        long newest = points.getLast().op();
        long without = points.get(Math.max(0, points.size() - STEP)).op();
        return before.stream().anyMatch(p -> {
            String hash = here.get(p.op());
            return hash == null ? p.op() >= without && p.op() <= newest : !hash.equals(p.hash());
        });
    }

    private List<Point> remembered(Handle handle) {
        List<String> words = handle.createQuery("""
                        SELECT value FROM statement WHERE topic = :topic AND subject = :file
                        ORDER BY at DESC, uuid DESC LIMIT 1
                        """)
                .bind("topic", TOPIC)
                .bind("file", file)
                .mapTo(String.class)
                .findOne()
                .map(value -> Arrays.asList(value.replaceAll("[\\[\\]]", "").split(" ")))
                .orElse(List.of());
        List<Point> points = new ArrayList<>();
        for (int i = 0; i + 1 < words.size(); i += 2) {
            points.add(new Point(Long.parseLong(words.get(i)), words.get(i + 1)));
        }
        return points;
    }
}
