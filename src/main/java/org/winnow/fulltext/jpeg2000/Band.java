package org.winnow.fulltext.jpeg2000;

/**
 * A band of a resolution: samples that are low or high across and down.
 *
 * @param number from the lowest, by which its steps are found
 * @param kind 0 low in both, 1 high across, 2 high down, 3 high in both
 * @param x0 its place on the grid of the band, as the other three
 */
record Band(int number, int kind, int x0, int y0, int x1, int y1) {
    /** How much larger its samples may be, in bits. */
    int gain() {
        return kind == 0 ? 0 : kind == 3 ? 2 : 1;
    }

    int width() {
        return x1 - x0;
    }

    int height() {
        return y1 - y0;
    }
}
