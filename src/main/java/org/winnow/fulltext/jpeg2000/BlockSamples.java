package org.winnow.fulltext.jpeg2000;

/** Unpacks the samples of a code block, from the highest bit to the lowest in three passes for each (T.800, annex D). */
final class BlockSamples {
    private static final int FIRST_REFINED = 14;
    private static final int REFINED_AMONG_OTHERS = 15;
    private static final int REFINED_AGAIN = 16;
    private static final int SIGNS = 9;
    private static final int RUN = 17;
    private static final int UNIFORM = 18;
    private static final int STRIPE = 4;

    private static final int SEEN = 1;
    private static final int NEGATIVE = 2;
    private static final int VISITED = 4;
    private static final int REFINED = 8;

    /** What is counted of the samples around one: two across, two down, four aslant. */
    private static final int ACROSS = 1;

    private static final int DOWN = 4;
    private static final int ASLANT = 16;
    private static final byte[][] CONTEXTS = {contexts(0), contexts(1), contexts(2), contexts(3)};
    /** By the signs across and down, each from -1 to 1: the context above nine, and whether the sign is turned over. */
    private static final int[] SIGN_CONTEXT = {4, 3, 2, 1, 0, 1, 2, 3, 4};

    private static final int[] SIGN_TURNED = {1, 1, 1, 1, 0, 0, 0, 0, 0};

    private final int width;
    private final int height;
    private final int stride;
    private final Coding coding;
    private final byte[] contexts;
    private final int[] values;
    private final byte[] state;
    private final byte[] near;
    private final Arithmetic packed = new Arithmetic(UNIFORM + 1);
    private final RawBits raw = new RawBits();
    private boolean isRaw;
    private int one;

    BlockSamples(Block block, int kind, Coding coding) {
        this.width = block.width();
        this.height = block.height();
        this.stride = width + 2;
        this.coding = coding;
        this.contexts = CONTEXTS[kind];
        this.values = new int[stride * (height + 2)];
        this.state = new byte[values.length];
        this.near = new byte[values.length];
    }

    /** Which chance the significance of a sample has by what is around it (table D.1). */
    private static byte[] contexts(int kind) {
        byte[] contexts = new byte[128];
        for (int i = 0; i < contexts.length; i++) {
            int across = kind == 1 ? i >> 2 & 3 : i & 3;
            int down = kind == 1 ? i & 3 : i >> 2 & 3;
            int aslant = i >> 4;
            contexts[i] = (byte) (kind == 3 ? aslantFirst(across + down, aslant) : acrossFirst(across, down, aslant));
        }
        return contexts;
    }

    private static int acrossFirst(int across, int down, int aslant) {
        return switch (across) {
            case 0 -> down == 0 ? Math.min(2, aslant) : 2 + Math.min(2, down);
            case 1 -> down > 0 ? 7 : aslant > 0 ? 6 : 5;
            default -> 8;
        };
    }

    private static int aslantFirst(int straight, int aslant) {
        return switch (aslant) {
            case 0 -> Math.min(2, straight);
            case 1 -> 3 + Math.min(2, straight);
            case 2 -> straight > 0 ? 7 : 6;
            default -> 8;
        };
    }

    /**
     * Unpacks what there is.
     *
     * @param planes bits that its samples have at most
     */
    BlockSamples unpack(Block block, int planes) throws Damaged {
        if (planes > 30) {
            throw new Damaged("has samples of more than 30 bits");
        }
        resetContexts();
        one = 1 << Math.max(0, planes);
        int pass = 2;
        int raws = planes - 4;
        for (Block.Segment segment : block.segments()) {
            byte[] data = segment.data();
            int plane = Integer.numberOfTrailingZeros(one);
            isRaw = coding.has(Coding.BYPASS) && pass % 3 < 2 && plane <= raws;
            if (isRaw) {
                raw.begin(data);
            } else {
                packed.begin(data);
            }
            for (int i = 0; i < segment.passes() && one > 1; i++) {
                pass(pass % 3);
                if (pass % 3 == 2) {
                    one >>= 1;
                }
                pass++;
            }
        }
        return this;
    }

    private void resetContexts() {
        for (int context = 0; context <= UNIFORM; context++) {
            packed.reset(context, context == 0 ? 4 : context == RUN ? 3 : context == UNIFORM ? 46 : 0);
        }
    }

    /** Twice the sample, so that half a step has room. */
    int doubled(int x, int y) {
        int i = index(x, y);
        return (state[i] & NEGATIVE) == 0 ? values[i] : -values[i];
    }

    private int index(int x, int y) {
        return (y + 1) * stride + x + 1;
    }

    private void pass(int kind) {
        for (int stripe = 0; stripe < height; stripe += STRIPE) {
            int last = Math.min(height, stripe + STRIPE);
            for (int x = 0; x < width; x++) {
                switch (kind) {
                    case 0 -> significance(x, stripe, last);
                    case 1 -> refinement(x, stripe, last);
                    default -> cleanup(x, stripe, last);
                }
            }
        }
        if (kind == 2 && coding.has(Coding.SYMBOLS)) {
            for (int i = 0; i < STRIPE; i++) {
                packed.bit(UNIFORM);
            }
        }
        if (coding.has(Coding.RESET)) {
            resetContexts();
        }
    }

    private void significance(int x, int from, int to) {
        for (int y = from; y < to; y++) {
            int i = index(x, y);
            if ((state[i] & SEEN) == 0 && near[i] != 0) {
                state[i] |= VISITED;
                if ((isRaw ? raw.bit() : packed.bit(contexts[near[i]])) == 1) {
                    appears(i, y);
                }
            }
        }
    }

    private void refinement(int x, int from, int to) {
        for (int y = from; y < to; y++) {
            int i = index(x, y);
            if ((state[i] & (SEEN | VISITED)) == SEEN) {
                int context =
                        (state[i] & REFINED) != 0 ? REFINED_AGAIN : near[i] != 0 ? REFINED_AMONG_OTHERS : FIRST_REFINED;
                int bit = isRaw ? raw.bit() : packed.bit(context);
                values[i] += bit == 1 ? one >> 1 : -(one >> 1);
                state[i] |= REFINED;
            }
        }
    }

    private void cleanup(int x, int from, int to) {
        int y = from;
        if (to - from == STRIPE && quiet(x, from)) {
            if (packed.bit(RUN) == 0) {
                return;
            }
            y += packed.bit(UNIFORM) << 1;
            y += packed.bit(UNIFORM);
            appears(index(x, y), y);
            y++;
        }
        for (; y < to; y++) {
            int i = index(x, y);
            if ((state[i] & (SEEN | VISITED)) == 0 && packed.bit(contexts[near[i]]) == 1) {
                appears(i, y);
            }
        }
        for (y = from; y < to; y++) {
            state[index(x, y)] &= ~VISITED;
        }
    }

    private boolean quiet(int x, int from) {
        for (int y = from; y < from + STRIPE; y++) {
            int i = index(x, y);
            if ((state[i] & (SEEN | VISITED)) != 0 || near[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** A sample has its highest bit here: its sign follows, and its neighbours hear of it. */
    private void appears(int i, int y) {
        boolean causal = coding.has(Coding.CAUSAL);
        int across = Math.clamp(sign(i - 1) + sign(i + 1), -1, 1);
        int below = causal && y % STRIPE == STRIPE - 1 ? 0 : sign(i + stride);
        int down = Math.clamp(sign(i - stride) + below, -1, 1);
        int signs = 3 * (across + 1) + down + 1;
        int negative = isRaw ? raw.bit() : packed.bit(SIGNS + SIGN_CONTEXT[signs]) ^ SIGN_TURNED[signs];
        values[i] = one | one >> 1;
        state[i] |= (byte) (negative == 1 ? SEEN | NEGATIVE : SEEN);
        near[i - 1] += ACROSS;
        near[i + 1] += ACROSS;
        near[i + stride] += DOWN;
        near[i + stride - 1] += ASLANT;
        near[i + stride + 1] += ASLANT;
        if (!causal || y % STRIPE != 0) {
            near[i - stride] += DOWN;
            near[i - stride - 1] += ASLANT;
            near[i - stride + 1] += ASLANT;
        }
    }

    private int sign(int i) {
        return (state[i] & SEEN) == 0 ? 0 : (state[i] & NEGATIVE) == 0 ? 1 : -1;
    }

    /** Bits that are not packed arithmetically; behind a byte of ones a bit is left out (D.6). */
    private static final class RawBits {
        private byte[] data = new byte[0];
        private int at;
        private int now;
        private int left;

        void begin(byte[] with) {
            data = with;
            at = 0;
            now = 0;
            left = 0;
        }

        int bit() {
            if (left == 0) {
                left = now == 0xFF ? 7 : 8;
                now = at < data.length ? data[at++] & 0xFF : 0xFF;
            }
            left--;
            return now >> left & 1;
        }
    }
}
