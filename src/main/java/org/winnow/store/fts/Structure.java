package org.winnow.store.fts;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which segments an index consists of, by level: new ones come to the lowest, and are merged into the next. */
public final class Structure {
    /** Bytes before the numbers, by which FTS5 notices changed settings. */
    private static final int COOKIE = 4;

    private static final int MOST_SEGMENTS = 2000;

    private record Segment(long id, long first, long last) {}

    private record Level(long merging, List<Segment> segments) {}

    private final byte[] stored;
    private final List<Level> levels = new ArrayList<>();
    private long written;
    private int at = COOKIE;

    public Structure(byte[] stored) {
        this.stored = stored;
        if (stored[COOKIE] < 0) {
            throw new IllegalStateException("an index of a kind that records are never kept in");
        }
        long count = next();
        next();
        written = next();
        for (long i = 0; i < count; i++) {
            Level level = new Level(next(), new ArrayList<>());
            for (long n = next(); n > 0; n--) {
                level.segments.add(new Segment(next(), next(), next()));
            }
            levels.add(level);
        }
    }

    private long next() {
        long value = Varint.get(stored, at);
        at += Varint.lengthAt(stored, at);
        return value;
    }

    /** How many segments lie side by side at the lowest level. */
    public int newest() {
        return levels.isEmpty() ? 0 : levels.getFirst().segments.size();
    }

    /**
     * Has one more segment.
     *
     * @param leaves its pages
     * @return its number
     */
    public int add(int leaves) {
        BitSet taken = new BitSet();
        levels.forEach(level -> level.segments.forEach(s -> taken.set((int) s.id)));
        int id = taken.nextClearBit(1);
        if (id > MOST_SEGMENTS) {
            throw new IllegalStateException("more segments than an index can have");
        }
        if (levels.isEmpty()) {
            levels.add(new Level(0, new ArrayList<>()));
        }
        levels.getFirst().segments.add(new Segment(id, 1, leaves));
        written += leaves;
        return id;
    }

    public byte[] stored() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(stored, 0, COOKIE);
        Varint.put(out, levels.size());
        Varint.put(out, levels.stream().mapToInt(l -> l.segments.size()).sum());
        Varint.put(out, written);
        for (Level level : levels) {
            Varint.put(out, level.merging);
            Varint.put(out, level.segments.size());
            for (Segment segment : level.segments) {
                Varint.put(out, segment.id);
                Varint.put(out, segment.first);
                Varint.put(out, segment.last);
            }
        }
        return out.toByteArray();
    }
}
