package org.winnow.fulltext.jpeg2000;

/**
 * How coarse the samples of a component are (T.800, A.6.4).
 *
 * @param style 0 for not at all, 1 where one step stands for all, 2 where each has its own
 * @param guard bits for what overflows
 * @param steps exponents above eleven bits of mantissa
 */
record Quantization(int style, int guard, int[] steps) {
    static Quantization read(Bytes in) throws Damaged {
        int first = in.one();
        int style = first & 0x1F;
        int[] steps = new int[style == 0 ? in.left() : in.left() / 2];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = style == 0 ? in.one() >> 3 << 11 : in.two();
        }
        if (steps.length == 0 || style > 2) {
            throw new Damaged("does not say how coarse it is");
        }
        return new Quantization(style, first >> 5, steps);
    }

    /** @param band its number, from the lowest */
    int exponent(int band) throws Damaged {
        return style == 1 ? Math.max(0, (steps[0] >> 11) - Math.max(0, (band - 1) / 3)) : step(band) >> 11;
    }

    double mantissa(int band) throws Damaged {
        return 1 + ((style == 1 ? steps[0] : step(band)) & 0x7FF) / 2048.0;
    }

    private int step(int band) throws Damaged {
        if (band >= steps.length) {
            throw new Damaged("does not say how coarse it is");
        }
        return steps[band];
    }
}
