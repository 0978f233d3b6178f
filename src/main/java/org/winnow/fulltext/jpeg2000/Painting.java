package org.winnow.fulltext.jpeg2000;

/**
 * Puts the samples of a tile where they belong in the picture.
 *
 * @param samples for every component
 * @param halvings how often they were left halved
 */
record Painting(Size size, Tile tile, float[][] samples, int halvings) {
    /**
     * @param pixels with their colours one behind the other
     * @param every how far the pixels lie apart in the whole picture
     */
    void onto(byte[] pixels, int width, int height, int colours, int every, Wrapping wrapping) {
        int[] grid = tile.grid();
        int firstX = (grid[0] - size.x0() + every - 1) / every;
        int firstY = (grid[1] - size.y0() + every - 1) / every;
        int lastX = Math.min(width, (grid[2] - size.x0() + every - 1) / every);
        int lastY = Math.min(height, (grid[3] - size.y0() + every - 1) / every);
        for (int c = 0; c < colours; c++) {
            byte[] palette = wrapping.palette().length == 0 ? new byte[0] : wrapping.palette()[c];
            Component component = component(palette.length == 0 ? c : 0);
            for (int y = firstY; y < lastY; y++) {
                int gridY = size.y0() + y * every;
                for (int x = firstX; x < lastX; x++) {
                    int gridX = size.x0() + x * every;
                    pixels[(y * width + x) * colours + c] = palette.length == 0
                            ? (byte) component.eight(component.mean(gridX, gridY, every))
                            : palette[Math.min(component.mean(gridX, gridY, 1), palette.length - 1)];
                }
            }
        }
        if (wrapping.luminance() && colours == 3) {
            for (int y = firstY; y < lastY; y++) {
                for (int x = firstX; x < lastX; x++) {
                    unmix(pixels, 3 * (y * width + x));
                }
            }
        }
    }

    private Component component(int number) {
        int[] place = tile.component(number);
        int x0 = halved(place[0]);
        int y0 = halved(place[1]);
        return new Component(
                samples[number],
                x0,
                y0,
                halved(place[2]) - x0,
                halved(place[3]) - y0,
                tile.dx(number),
                tile.dy(number),
                halvings,
                size.depths()[number],
                // Samples that may be negative are raised too: eight bits have no sign.
                1 << size.depths()[number] - 1);
    }

    private int halved(int value) {
        return (int) ((long) value + (1L << halvings) - 1 >> halvings);
    }

    /** The samples of a component of the tile, found by places of the reference grid. */
    private record Component(
            float[] samples, int x0, int y0, int width, int height, int dx, int dy, int halvings, int depth, int zero) {
        /** The mean of the samples of a square, from zero up: single ones of them would make letters ragged. */
        int mean(int gridX, int gridY, int every) {
            if (samples.length == 0) {
                return 0;
            }
            int left = place(gridX, dx, x0, width);
            int right = place(gridX + every - 1, dx, x0, width);
            int bottom = place(gridY + every - 1, dy, y0, height);
            float sum = 0;
            int count = 0;
            for (int y = place(gridY, dy, y0, height); y <= bottom; y++) {
                for (int x = left; x <= right; x++) {
                    sum += samples[y * width + x];
                    count++;
                }
            }
            return Math.clamp(Math.round(sum / count) + zero, 0, 2 * zero - 1);
        }

        private int place(int grid, int apart, int first, int length) {
            return Math.clamp((grid / apart >> halvings) - first, 0, length - 1);
        }

        int eight(int value) {
            return depth >= 8 ? value >> depth - 8 : value * 255 / ((1 << depth) - 1);
        }
    }

    private static void unmix(byte[] pixels, int at) {
        float y = pixels[at] & 0xFF;
        float blue = (pixels[at + 1] & 0xFF) - 128;
        float red = (pixels[at + 2] & 0xFF) - 128;
        pixels[at] = (byte) Math.clamp(Math.round(y + 1.402f * red), 0, 255);
        pixels[at + 1] = (byte) Math.clamp(Math.round(y - 0.344136f * blue - 0.714136f * red), 0, 255);
        pixels[at + 2] = (byte) Math.clamp(Math.round(y + 1.772f * blue), 0, 255);
    }
}
