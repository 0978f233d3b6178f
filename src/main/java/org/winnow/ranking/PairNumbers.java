package org.winnow.ranking;

import java.util.Arrays;

/** Numbers pairs of word numbers in the order in which they are first seen; open addressing over primitives. */
final class PairNumbers {
    private static final long FREE = -1;

    private long[] keys = new long[1 << 12];
    private int[] numbers = new int[1 << 12];
    private long[] pairs = new long[1 << 11];
    private int size;

    PairNumbers() {
        Arrays.fill(keys, FREE);
    }

    int size() {
        return size;
    }

    /** The number of a pair, a new one where it has none yet. */
    int number(int first, int second) {
        long key = (long) first << 32 | second;
        int at = place(key);
        if (keys[at] == key) {
            return numbers[at];
        }
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size * 2);
        }
        pairs[size] = key;
        keys[at] = key;
        numbers[at] = size;
        if (++size * 2 > keys.length) {
            grow();
        }
        return size - 1;
    }

    int first(int number) {
        return (int) (pairs[number] >>> 32);
    }

    int second(int number) {
        return (int) pairs[number];
    }

    private int place(long key) {
        int mask = keys.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 32) & mask;
        while (keys[at] != FREE && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        keys = new long[keys.length * 2];
        numbers = new int[keys.length];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < size; i++) {
            int at = place(pairs[i]);
            keys[at] = pairs[i];
            numbers[at] = i;
        }
    }
}
