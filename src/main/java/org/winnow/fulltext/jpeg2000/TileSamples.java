package org.winnow.fulltext.jpeg2000;

import org.winnow.fulltext.Watched;

/** The samples of a tile, as they were before they were coded. */
final class TileSamples {
    private TileSamples() {}

    /**
     * The samples of every component.
     *
     * @param halvings how often they are left halved, which is quicker
     */
    static float[][] of(Tile tile, Size size, int halvings) throws Damaged {
        float[][] samples = new float[tile.components()][];
        for (int c = 0; c < samples.length; c++) {
            samples[c] = component(tile, c, size.depths()[c], halvings);
        }
        if (tile.parameters().mixed()
                && samples.length >= 3
                && samples[0].length == samples[1].length
                && samples[1].length == samples[2].length) {
            unmix(samples, tile.coding(0).reversible());
        }
        return samples;
    }

    private static float[] component(Tile tile, int component, int depth, int halvings) throws Damaged {
        Coding coding = tile.coding(component);
        int last = Math.max(0, coding.levels() - halvings);
        float[] samples = new float[0];
        for (int r = 0; r <= last; r++) {
            Resolution now = tile.resolution(component, r);
            float[] next = new float[Math.multiplyExact(now.width(), now.height())];
            if (r > 0) {
                spread(samples, tile.resolution(component, r - 1), next, now);
            }
            for (var band : now.bands().entrySet()) {
                float step = step(tile, component, band.getKey(), depth);
                for (Block block : band.getValue()) {
                    if (block.included()) {
                        fill(next, now, r, band.getKey(), block, tile, component, step);
                    }
                }
            }
            if (r > 0) {
                Wavelet.join(next, now.width(), now.height(), now.x0 & 1, now.y0 & 1, coding.reversible());
            }
            samples = next;
        }
        return samples;
    }

    /** Every second sample across and down is that of the smaller size. */
    private static void spread(float[] from, Resolution small, float[] to, Resolution large) {
        for (int y = 0; y < small.height(); y++) {
            int row = (2 * (small.y0 + y) - large.y0) * large.width();
            for (int x = 0; x < small.width(); x++) {
                to[row + 2 * (small.x0 + x) - large.x0] = from[y * small.width() + x];
            }
        }
    }

    private static float step(Tile tile, int component, Band band, int depth) throws Damaged {
        if (tile.coding(component).reversible()) {
            return 1;
        }
        Quantization quantization = tile.parameters().quantization[component];
        int exponent = depth + band.gain() - quantization.exponent(band.number());
        return (float) (Math.scalb(1.0, exponent) * quantization.mantissa(band.number()));
    }

    private static void fill(
            float[] to, Resolution of, int r, Band band, Block block, Tile tile, int component, float step)
            throws Damaged {
        if (Watched.unwanted()) {
            throw new Damaged("takes too long");
        }
        Coding coding = tile.coding(component);
        Quantization quantization = tile.parameters().quantization[component];
        int raised = tile.parameters().raised[component];
        int planes = quantization.guard() + quantization.exponent(band.number()) - 1 + raised - block.zeroPlanes();
        BlockSamples samples = new BlockSamples(block, band.kind(), coding).unpack(block, planes);
        int times = r == 0 ? 1 : 2;
        int right = r == 0 ? 0 : band.kind() & 1;
        int down = r == 0 ? 0 : band.kind() >> 1;
        for (int y = 0; y < block.height(); y++) {
            int row = (times * (block.y0 + y) + down - of.y0) * of.width();
            for (int x = 0; x < block.width(); x++) {
                int value = lowered(samples.doubled(x, y), raised);
                float sample = coding.reversible() ? value / 2 : value * 0.5f * step;
                to[row + times * (block.x0 + x) + right - of.x0] = sample;
            }
        }
    }

    /** Samples of a region that were raised above all others come down again (T.800, H.1). */
    private static int lowered(int doubled, int raised) {
        int size = Math.abs(doubled);
        if (raised == 0 || size >> 1 < 1 << raised) {
            return doubled;
        }
        return doubled < 0 ? -(size >> raised) : size >> raised;
    }

    private static void unmix(float[][] samples, boolean reversible) {
        for (int i = 0; i < samples[0].length; i++) {
            float y = samples[0][i];
            float blue = samples[1][i];
            float red = samples[2][i];
            if (reversible) {
                float green = y - ((int) blue + (int) red >> 2);
                samples[0][i] = red + green;
                samples[1][i] = green;
                samples[2][i] = blue + green;
            } else {
                samples[0][i] = y + 1.402f * red;
                samples[1][i] = y - 0.344136f * blue - 0.714136f * red;
                samples[2][i] = y + 1.772f * blue;
            }
        }
    }
}
