package org.winnow.fulltext.reading;

/** A picture of a page or a part of it, without holes. */
public final class Picture {
    /** What is white on paper is this grey at night, and what is black that: full contrast dazzles in the dark. */
    private static final int PAPER_AT_NIGHT = 0x1C;

    private static final int INK_AT_NIGHT = 0xE4;

    private final int width;
    private final int height;
    private final int[] pixels;
    private final String remark;

    /**
     * @param pixels alpha, red, green and blue in a byte each, row by row; not copied
     * @param remark what there is to say of it, empty for nothing
     */
    Picture(int width, int height, int[] pixels, String remark) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
        this.remark = remark;
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] |= 0xFF000000;
        }
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Alpha, red, green and blue in a byte each, row by row; not a copy. */
    public int[] pixels() {
        return pixels;
    }

    /** What of the page is left out and why, in sentences; empty where all of it was drawn. */
    public String remark() {
        return remark;
    }

    /**
     * The same for dark rooms: the lightness of each pixel (of HSL) is turned round, its hue stays, so that a red line
     * is still red.
     */
    public Picture atNight() {
        int[] night = new int[pixels.length];
        int range = INK_AT_NIGHT - PAPER_AT_NIGHT;
        for (int i = 0; i < night.length; i++) {
            int p = pixels[i];
            int r = p >> 16 & 0xFF;
            int g = p >> 8 & 0xFF;
            int b = p & 0xFF;
            int shift = 255 - Math.max(r, Math.max(g, b)) - Math.min(r, Math.min(g, b));
            night[i] = grey(r + shift, range) << 16 | grey(g + shift, range) << 8 | grey(b + shift, range);
        }
        return new Picture(width, height, night, remark);
    }

    private static int grey(int channel, int range) {
        return PAPER_AT_NIGHT + channel * range / 255;
    }
}
