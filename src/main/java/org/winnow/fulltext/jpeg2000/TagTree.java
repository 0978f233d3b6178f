package org.winnow.fulltext.jpeg2000;

/** Numbers of the code blocks of a precinct, of which each level holds the smallest of four of the level below (B.10.2). */
final class TagTree {
    private final int levels;
    private final int[] widths;
    private final int[] starts;
    private final int[] values;
    private final boolean[] known;

    TagTree(int width, int height) {
        int w = width;
        int h = height;
        int count = 0;
        int depth = 1;
        for (int x = w, y = h; x > 1 || y > 1; x = (x + 1) / 2, y = (y + 1) / 2) {
            depth++;
        }
        levels = depth;
        widths = new int[levels];
        starts = new int[levels];
        for (int level = 0; level < levels; level++) {
            widths[level] = w;
            starts[level] = count;
            count += w * h;
            w = (w + 1) / 2;
            h = (h + 1) / 2;
        }
        values = new int[count];
        known = new boolean[count];
    }

    /**
     * Reads as much as tells whether the number at a place is smaller than a bound.
     *
     * @return the number, or the bound where it is not smaller
     */
    int below(int x, int y, int bound, HeaderBits bits) throws Damaged {
        int low = 0;
        for (int level = levels - 1; level >= 0; level--) {
            int node = starts[level] + (y >> level) * widths[level] + (x >> level);
            values[node] = Math.max(values[node], low);
            while (!known[node] && values[node] < bound) {
                if (bits.bit() == 1) {
                    known[node] = true;
                } else {
                    values[node]++;
                }
            }
            low = values[node];
            if (!known[node]) {
                return bound;
            }
        }
        return Math.min(low, bound);
    }
}
