package org.winnow.fulltext.jpeg2000;

/** Gives back the bits of a code block that were packed by how likely they were (the MQ decoder, T.800, annex C). */
final class Arithmetic {
    /** Chance of the less likely bit, where to go after it, where to go after the other, whether they change places. */
    private static final int[][] STATES = {
        {0x5601, 1, 1, 1}, {0x3401, 2, 6, 0}, {0x1801, 3, 9, 0}, {0x0AC1, 4, 12, 0}, {0x0521, 5, 29, 0},
        {0x0221, 38, 33, 0}, {0x5601, 7, 6, 1}, {0x5401, 8, 14, 0}, {0x4801, 9, 14, 0}, {0x3801, 10, 14, 0},
        {0x3001, 11, 17, 0}, {0x2401, 12, 18, 0}, {0x1C01, 13, 20, 0}, {0x1601, 29, 21, 0}, {0x5601, 15, 14, 1},
        {0x5401, 16, 14, 0}, {0x5101, 17, 15, 0}, {0x4801, 18, 16, 0}, {0x3801, 19, 17, 0}, {0x3401, 20, 18, 0},
        {0x3001, 21, 19, 0}, {0x2801, 22, 19, 0}, {0x2401, 23, 20, 0}, {0x2201, 24, 21, 0}, {0x1C01, 25, 22, 0},
        {0x1801, 26, 23, 0}, {0x1601, 27, 24, 0}, {0x1401, 28, 25, 0}, {0x1201, 29, 26, 0}, {0x1101, 30, 27, 0},
        {0x0AC1, 31, 28, 0}, {0x09C1, 32, 29, 0}, {0x08A1, 33, 30, 0}, {0x0521, 34, 31, 0}, {0x0441, 35, 32, 0},
        {0x02A1, 36, 33, 0}, {0x0221, 37, 34, 0}, {0x0141, 38, 35, 0}, {0x0111, 39, 36, 0}, {0x0085, 40, 37, 0},
        {0x0049, 41, 38, 0}, {0x0025, 42, 39, 0}, {0x0015, 43, 40, 0}, {0x0009, 44, 41, 0}, {0x0005, 45, 42, 0},
        {0x0001, 45, 43, 0}, {0x5601, 46, 46, 0}
    };

    private static final int[] CHANCE = column(0);
    private static final int[] AFTER_LIKELY = column(1);
    private static final int[] AFTER_OTHER = column(2);
    private static final int[] CHANGES = column(3);

    private final int[] state;
    private final int[] likely;
    private byte[] data = new byte[0];
    private int at;
    private int code;
    private int range;
    private int count;

    Arithmetic(int contexts) {
        state = new int[contexts];
        likely = new int[contexts];
    }

    private static int[] column(int number) {
        return java.util.Arrays.stream(STATES).mapToInt(row -> row[number]).toArray();
    }

    void reset(int context, int to) {
        state[context] = to;
        likely[context] = 0;
    }

    /** Begins with other data; what was learned of the contexts stays. */
    void begin(byte[] with) {
        data = with;
        at = 0;
        code = byteAt(0) << 16;
        fill();
        code <<= 7;
        count -= 7;
        range = 0x8000;
    }

    private int byteAt(int place) {
        return place < data.length ? data[place] & 0xFF : 0xFF;
    }

    private void fill() {
        if (byteAt(at) == 0xFF) {
            if (byteAt(at + 1) > 0x8F) {
                code += 0xFF00;
                count = 8;
            } else {
                at++;
                code += byteAt(at) << 9;
                count = 7;
            }
        } else {
            at++;
            code += byteAt(at) << 8;
            count = 8;
        }
    }

    int bit(int context) {
        int now = state[context];
        int chance = CHANCE[now];
        int bit = likely[context];
        range -= chance;
        if ((code >>> 16) < chance) {
            if (range < chance) {
                state[context] = AFTER_LIKELY[now];
            } else {
                bit = other(context, now);
            }
            range = chance;
        } else {
            code -= chance << 16;
            if ((range & 0x8000) != 0) {
                return bit;
            }
            if (range < chance) {
                bit = other(context, now);
            } else {
                state[context] = AFTER_LIKELY[now];
            }
        }
        do {
            if (count == 0) {
                fill();
            }
            range <<= 1;
            code <<= 1;
            count--;
        } while ((range & 0x8000) == 0);
        return bit;
    }

    private int other(int context, int now) {
        int bit = 1 - likely[context];
        if (CHANGES[now] == 1) {
            likely[context] = bit;
        }
        state[context] = AFTER_OTHER[now];
        return bit;
    }
}
