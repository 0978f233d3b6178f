package org.winnow.fulltext.jpeg2000;

/** Puts what is low and what is high of a size together again (T.800, annex F). */
final class Wavelet {
    private static final float ALPHA = -1.586134342059924f;
    private static final float BETA = -0.052980118572961f;
    private static final float GAMMA = 0.882911075530934f;
    private static final float DELTA = 0.443506852043971f;
    private static final float K = 1.230174104914001f;
    /** Samples beyond either end that the filters look at. */
    private static final int BEYOND = 4;
    /** Columns that are worked on together, as they lie beside each other in the memory. */
    private static final int TOGETHER = 16;

    private Wavelet() {}

    /**
     * @param samples of the size, where low and high ones alternate; changed
     * @param left whether the first column is a high one (1) or a low one (0)
     * @param top likewise for the first row
     */
    static void join(float[] samples, int width, int height, int left, int top, boolean reversible) {
        float[] line = new float[Math.max(width, height) + 2 * BEYOND];
        for (int y = 0; y < height; y++) {
            System.arraycopy(samples, y * width, line, BEYOND, width);
            line(line, width, left, reversible);
            System.arraycopy(line, BEYOND, samples, y * width, width);
        }
        float[][] columns = new float[TOGETHER][height + 2 * BEYOND];
        for (int from = 0; from < width; from += TOGETHER) {
            int count = Math.min(TOGETHER, width - from);
            for (int y = 0; y < height; y++) {
                for (int i = 0; i < count; i++) {
                    columns[i][BEYOND + y] = samples[y * width + from + i];
                }
            }
            for (int i = 0; i < count; i++) {
                line(columns[i], height, top, reversible);
            }
            for (int y = 0; y < height; y++) {
                for (int i = 0; i < count; i++) {
                    samples[y * width + from + i] = columns[i][BEYOND + y];
                }
            }
        }
    }

    private static void line(float[] line, int length, int first, boolean reversible) {
        if (length == 1) {
            line[BEYOND] = first == 1 ? line[BEYOND] / 2 : line[BEYOND];
            return;
        }
        for (int i = 1; i <= BEYOND; i++) {
            line[BEYOND - i] = line[BEYOND + mirrored(i, length)];
            line[BEYOND + length - 1 + i] = line[BEYOND + mirrored(length - 1 + i, length)];
        }
        int low = BEYOND + first;
        if (reversible) {
            whole(line, low, length);
        } else {
            fractions(line, low, length);
        }
    }

    private static int mirrored(int place, int length) {
        int period = 2 * (length - 1);
        int within = place % period;
        return within < length ? within : period - within;
    }

    /** The 5-3 filter, in whole numbers. */
    private static void whole(float[] line, int low, int length) {
        int end = BEYOND + length;
        for (int i = low % 2 == 0 ? BEYOND : BEYOND - 1; i <= end; i += 2) {
            line[i] -= (int) line[i - 1] + (int) line[i + 1] + 2 >> 2;
        }
        for (int i = low % 2 == 0 ? BEYOND - 1 : BEYOND; i < end; i += 2) {
            if (i >= BEYOND) {
                line[i] += (int) line[i - 1] + (int) line[i + 1] >> 1;
            }
        }
    }

    /** The 9-7 filter. */
    private static void fractions(float[] line, int low, int length) {
        int even = low % 2;
        int odd = 1 - even;
        int end = length + 2 * BEYOND;
        for (int i = even; i < end; i += 2) {
            line[i] *= K;
        }
        for (int i = odd; i < end; i += 2) {
            line[i] /= K;
        }
        lift(line, even, 1, end - 1, DELTA);
        lift(line, odd, 2, end - 2, GAMMA);
        lift(line, even, 3, end - 3, BETA);
        lift(line, odd, BEYOND, end - BEYOND, ALPHA);
    }

    private static void lift(float[] line, int parity, int from, int to, float by) {
        for (int i = from + (from % 2 == parity ? 0 : 1); i < to; i += 2) {
            line[i] -= by * (line[i - 1] + line[i + 1]);
        }
    }
}
