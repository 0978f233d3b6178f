package org.winnow.fulltext.jpeg2000;

/**
 * How large a picture is and how it is divided (T.800, A.5.1).
 *
 * @param x0 left edge on the reference grid; x1 is behind its right one
 * @param tileX0 where the first tile begins
 * @param depths bits of a sample, for every component
 * @param signed whether its samples may be negative
 * @param dx how far its samples lie apart
 * @param dy likewise
 */
record Size(
        int x0,
        int y0,
        int x1,
        int y1,
        int tileX0,
        int tileY0,
        int tileWidth,
        int tileHeight,
        int[] depths,
        boolean[] signed,
        int[] dx,
        int[] dy) {
    private static final int DEEPEST = 24;
    private static final int MOST_COMPONENTS = 16;

    static Size read(Bytes in) throws Damaged {
        in.two();
        int x1 = in.length();
        int y1 = in.length();
        int x0 = in.length();
        int y0 = in.length();
        int width = in.length();
        int height = in.length();
        int tileX0 = in.length();
        int tileY0 = in.length();
        int count = in.two();
        boolean sound = x1 > x0 && y1 > y0 && width > 0 && height > 0 && tileX0 <= x0 && tileY0 <= y0;
        if (!sound || count == 0 || count > MOST_COMPONENTS || x1 > 1 << 30 || y1 > 1 << 30) {
            throw new Damaged("has no sensible size");
        }
        Size size = new Size(
                x0,
                y0,
                x1,
                y1,
                tileX0,
                tileY0,
                width,
                height,
                new int[count],
                new boolean[count],
                new int[count],
                new int[count]);
        for (int c = 0; c < count; c++) {
            int sample = in.one();
            size.depths[c] = (sample & 0x7F) + 1;
            size.signed[c] = sample > 0x7F;
            size.dx[c] = Math.max(1, in.one());
            size.dy[c] = Math.max(1, in.one());
            if (size.depths[c] > DEEPEST) {
                throw new Damaged("has samples of more than 24 bits");
            }
        }
        return size;
    }

    int components() {
        return depths.length;
    }

    int width() {
        return x1 - x0;
    }

    int height() {
        return y1 - y0;
    }

    int tilesAcross() {
        return (int) (((long) x1 - tileX0 + tileWidth - 1) / tileWidth);
    }

    int tilesDown() {
        return (int) (((long) y1 - tileY0 + tileHeight - 1) / tileHeight);
    }

    /** Left, top, right and bottom of a tile on the reference grid. */
    int[] tile(int number) {
        long left = tileX0 + (long) (number % tilesAcross()) * tileWidth;
        long top = tileY0 + (long) (number / tilesAcross()) * tileHeight;
        return new int[] {
            (int) Math.max(left, x0),
            (int) Math.max(top, y0),
            (int) Math.min(left + tileWidth, x1),
            (int) Math.min(top + tileHeight, y1)
        };
    }

    /** A stretch of the reference grid in samples of a component. */
    int[] samples(int[] grid, int component) {
        return new int[] {
            up(grid[0], dx[component]),
            up(grid[1], dy[component]),
            up(grid[2], dx[component]),
            up(grid[3], dy[component])
        };
    }

    private static int up(int value, int by) {
        return (int) (((long) value + by - 1) / by);
    }
}
