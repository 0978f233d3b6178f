package org.winnow.store.fts;

import java.io.ByteArrayOutputStream;

/** SQLite's numbers of variable length: seven bits a byte, the highest first, the last byte below 128. */
final class Varint {
    /** Room that a number takes at most; ours stay below 2^56. */
    static final int LONGEST = 8;

    private Varint() {}

    /** @return where the next byte goes */
    static int put(byte[] into, int at, long value) {
        if (value < 0x80) {
            into[at] = (byte) value;
            return at + 1;
        }
        int end = at + length(value);
        into[end - 1] = (byte) (value & 0x7F);
        long rest = value >>> 7;
        for (int i = end - 2; i >= at; i--) {
            into[i] = (byte) (0x80 | rest & 0x7F);
            rest >>>= 7;
        }
        return end;
    }

    static void put(ByteArrayOutputStream into, long value) {
        byte[] bytes = new byte[LONGEST];
        into.write(bytes, 0, put(bytes, 0, value));
    }

    static int length(long value) {
        return (Long.SIZE + 6 - Long.numberOfLeadingZeros(value | 1)) / 7;
    }

    /** How many bytes the number takes that begins there. */
    static int lengthAt(byte[] bytes, int at) {
        int end = at;
        while (bytes[end] < 0) {
            end++;
        }
        return end + 1 - at;
    }

    /** The number that begins there. */
    static long get(byte[] bytes, int at) {
        long value = 0;
        int i = at;
        while (bytes[i] < 0) {
            value = value << 7 | bytes[i++] & 0x7F;
        }
        return value << 7 | bytes[i];
    }
}
