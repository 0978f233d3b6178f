package org.winnow.store.fts;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The different words of a batch, numbered from 0 as they come. */
final class Vocabulary {
    /** Before every word, where FTS5 tells indexes of prefixes from that of whole words. */
    private static final byte WHOLE_WORDS = '0';

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();
    private static final long SCATTER = 0x9E3779B97F4A7C15L;
    private static final int INDEX_BITS = 24;
    private static final long INDEX = (1L << INDEX_BITS) - 1;

    /** Two to a word: its first eight bytes, which are enough for most; its length and number, plus one. */
    private long[] slots = new long[1 << 13];

    private int[] starts = new int[1 << 10];
    private int[] hashes = new int[1 << 10];
    private byte[] bytes = new byte[1 << 14];
    private int count;

    /** @param word followed by eight zeros */
    int number(byte[] word, int length) {
        long head = (long) EIGHT.get(word, 0);
        int hash = hash(head, word, length);
        int mask = slots.length - 2;
        int slot = hash & mask;
        while (slots[slot + 1] != 0) {
            if (slots[slot] == head && (int) (slots[slot + 1] >>> Integer.SIZE) == length) {
                int number = (int) slots[slot + 1] - 1;
                if (length <= Long.BYTES || sameRest(number, word, length)) {
                    return number;
                }
            }
            slot = slot + 2 & mask;
        }
        return added(slot, head, hash, word, length);
    }

    private static int hash(long head, byte[] word, int length) {
        long hash = (head ^ length) * SCATTER;
        for (int i = Long.BYTES; i < length; i += Long.BYTES) {
            hash = (hash ^ hash >>> 29 ^ (long) EIGHT.get(word, i)) * SCATTER;
        }
        return (int) (hash >>> Integer.SIZE);
    }

    private boolean sameRest(int number, byte[] word, int length) {
        int from = starts[number] + 1;
        return Arrays.equals(bytes, from + Long.BYTES, from + length, word, Long.BYTES, length);
    }

    private int added(int slot, long head, int hash, byte[] word, int length) {
        int number = count++;
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        int start = starts[number];
        int end = start + 1 + length;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end));
        }
        bytes[start] = WHOLE_WORDS;
        System.arraycopy(word, 0, bytes, start + 1, length);
        starts[count] = end;
        hashes[number] = hash;
        slots[slot] = head;
        slots[slot + 1] = (long) length << Integer.SIZE | count;
        if (count * 4 > slots.length) {
            spread();
        }
        return number;
    }

    private void spread() {
        long[] before = slots;
        slots = new long[before.length * 2];
        int mask = slots.length - 2;
        for (int i = 0; i < before.length; i += 2) {
            if (before[i + 1] != 0) {
                int slot = hashes[(int) before[i + 1] - 1] & mask;
                while (slots[slot + 1] != 0) {
                    slot = slot + 2 & mask;
                }
                slots[slot] = before[i];
                slots[slot + 1] = before[i + 1];
            }
        }
    }

    int count() {
        return count;
    }

    void writeTo(Segment segment, int number) {
        segment.word(bytes, starts[number], starts[number + 1] - starts[number]);
    }

    /** Forgets all words; the room for them stays. */
    void clear() {
        Arrays.fill(slots, 0);
        count = 0;
    }

    /** The words' numbers in the order of their bytes. The first bytes decide nearly everywhere, and sort as numbers. */
    int[] inOrder() {
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = (prefix(i) << INDEX_BITS | i) ^ Long.MIN_VALUE;
        }
        Arrays.sort(keys);
        int from = 0;
        for (int i = 1; i <= count; i++) {
            if (i == count || keys[i] >>> INDEX_BITS != keys[from] >>> INDEX_BITS) {
                if (i - from > 1) {
                    sortRest(keys, from, i);
                }
                from = i;
            }
        }
        int[] order = new int[count];
        Arrays.setAll(order, i -> (int) (keys[i] & INDEX));
        return order;
    }

    private long prefix(int number) {
        int end = starts[number + 1];
        long prefix = 0;
        for (int at = starts[number] + 1, i = INDEX_BITS; i < Long.SIZE; at++, i += Byte.SIZE) {
            prefix = prefix << Byte.SIZE | (at < end ? bytes[at] & 0xFF : 0);
        }
        return prefix;
    }

    private void sortRest(long[] keys, int from, int to) {
        Long[] some = new Long[to - from];
        Arrays.setAll(some, i -> keys[from + i]);
        Arrays.sort(some, (a, b) -> compare((int) (a & INDEX), (int) (b & INDEX)));
        for (int i = 0; i < some.length; i++) {
            keys[from + i] = some[i];
        }
    }

    private int compare(int a, int b) {
        return Arrays.compareUnsigned(bytes, starts[a], starts[a + 1], bytes, starts[b], starts[b + 1]);
    }
}
