package org.winnow.fulltext.jpeg2000;

/**
 * How the samples of a component are coded (T.800, A.6.1).
 *
 * @param levels how often the component was halved
 * @param blockWidth of a code block, as a power of two
 * @param blockHeight likewise
 * @param style of the code blocks, bit by bit
 * @param reversible whether the 5-3 filter was used, which loses nothing
 * @param precincts for every resolution: width in the lower four bits, height in the upper four, as powers of two
 */
record Coding(int levels, int blockWidth, int blockHeight, int style, boolean reversible, int[] precincts) {
    static final int BYPASS = 1;
    static final int RESET = 2;
    static final int TERMINATE_ALL = 4;
    static final int CAUSAL = 8;
    static final int SYMBOLS = 32;

    private static final int MOST_LEVELS = 32;
    private static final int LARGEST_BLOCK = 12;

    static Coding read(Bytes in, boolean precincts) throws Damaged {
        int levels = in.one();
        int width = (in.one() & 0xF) + 2;
        int height = (in.one() & 0xF) + 2;
        int style = in.one();
        boolean reversible = in.one() == 1;
        if (levels > MOST_LEVELS || width + height > LARGEST_BLOCK) {
            throw new Damaged("has blocks of no size that is allowed");
        }
        int[] sizes = new int[levels + 1];
        for (int r = 0; r <= levels; r++) {
            sizes[r] = precincts ? in.one() : 0xFF;
        }
        return new Coding(levels, width, height, style, reversible, sizes);
    }

    boolean has(int kind) {
        return (style & kind) != 0;
    }

    int precinctWidth(int resolution) {
        return precincts[resolution] & 0xF;
    }

    int precinctHeight(int resolution) {
        return precincts[resolution] >> 4;
    }
}
