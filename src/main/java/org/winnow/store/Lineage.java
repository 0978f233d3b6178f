package org.winnow.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

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

    /**
     * The newest operation of a file by its hash, which tells nothing of what was done: goes along where the number of
     * operations would tell too much, and comes back with whoever works on from there.
     *
     * @param file as for the lineage
     */
    public record Head(String file, String hash) {}

    /**
     * What a session tells of the trails of files.
     *
     * @param lineage of the file that it was packed from, or null where it does not say
     * @param heads of that file, and of others that it has heard of
     */
    public record Told(@Nullable Lineage lineage, List<Head> heads) {
        public static final Told NOTHING = new Told(null, List.of());

        public Told {
            heads = List.copyOf(heads);
        }
    }

    /** The topic under which is remembered what came; it stays in this file. */
    static final String TOPIC = "lineage";

    /** The same for heads. */
    static final String HEAD = "head";

    static final String CUT =
            "A session knows of an operation of this file that its audit trail no longer holds: the trail"
                    + " was cut off or changed since, or an older or conflicted copy of the file was put in its place.";

    private static final int STEP = 256;

    public Lineage {
        points = List.copyOf(points);
    }

    static Lineage of(Handle handle) {
        return new Lineage(
                own(handle),
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

    private static String own(Handle handle) {
        return handle.createQuery("SELECT uuid FROM main.op ORDER BY id LIMIT 1")
                .mapTo(String.class)
                .one();
    }

    /** @param alsoOthers whether those of files go along that this one has heard of */
    static List<Head> heads(Handle handle, boolean alsoOthers) {
        List<Head> heads = new ArrayList<>(
                handle.createQuery("SELECT hash FROM main.op WHERE hash IS NOT NULL ORDER BY id DESC LIMIT 1")
                        .mapTo(String.class)
                        .map(hash -> new Head(own(handle), hash))
                        .list());
        if (alsoOthers) {
            heads.addAll(heard(handle));
        }
        return heads;
    }

    private static List<Head> heard(Handle handle) {
        return handle.createQuery(
                        "SELECT DISTINCT subject, value FROM statement WHERE topic = :topic ORDER BY at, uuid")
                .bind("topic", HEAD)
                .map((rs, ctx) -> new Head(rs.getString("subject"), rs.getString("value")))
                .list();
    }

    /** Remembers heads that this file had not heard of. */
    static void remember(Tx tx, List<Head> heads) {
        Set<Head> known = new HashSet<>(heard(tx.handle()));
        heads.stream().filter(known::add).forEach(h -> Statements.state("merge", HEAD, h.file(), h.hash(), "")
                .work()
                .in(tx));
    }

    /** Whether the trail of this file no longer holds one of its operations that it has heard of, or hears of now. */
    static boolean isCut(Handle handle, Told told) {
        String own = own(handle);
        Stream<String> points = told.lineage() == null || !told.lineage().file().equals(own)
                ? Stream.of()
                : told.lineage().points().stream().map(Point::hash);
        Stream<String> heads = Stream.concat(told.heads().stream(), heard(handle).stream())
                .filter(h -> h.file().equals(own))
                .map(Head::hash);
        Set<String> wanted = Stream.concat(points, heads).collect(Collectors.toSet());
        if (!wanted.isEmpty()) {
            handle.createQuery("SELECT hash FROM main.op WHERE hash IN (<wanted>)")
                    .bindList("wanted", List.copyOf(wanted))
                    .mapTo(String.class)
                    .forEach(wanted::remove);
        }
        return !wanted.isEmpty();
    }

    /** Whether it contradicts what came of that file before. */
    boolean contradictsWhatCame(Handle handle) {
        return !points.isEmpty() && contradicts(remembered(handle));
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
