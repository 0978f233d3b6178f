package org.winnow.dfllm.tune;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Numbers in rows, rows in tables.
 *
 * @param shape how many of each; none for a single number
 * @param values as many as the product, the last index running fastest
 */
record Tensor(long[] shape, float[] values) {
    Tensor {
        if (count(shape) != values.length) {
            throw new IllegalArgumentException(values.length + " numbers are not " + Arrays.toString(shape));
        }
    }

    static Tensor zeros(long... shape) {
        return new Tensor(shape, new float[(int) count(shape)]);
    }

    /** A matrix as PyTorch begins one: drawn evenly between minus and plus one over the root of its inputs. */
    static Tensor uniform(SplittableRandom random, int outputs, int inputs) {
        double most = 1 / Math.sqrt(inputs);
        Tensor drawn = zeros(outputs, inputs);
        for (int i = 0; i < drawn.values.length; i++) {
            drawn.values[i] = (float) random.nextDouble(-most, most);
        }
        return drawn;
    }

    static long count(long[] shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    /** Rows as columns. */
    Tensor transposed() {
        int rows = (int) shape[0];
        int columns = (int) shape[1];
        float[] turned = new float[values.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                turned[c * rows + r] = values[r * columns + c];
            }
        }
        return new Tensor(new long[] {columns, rows}, turned);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor t && Arrays.equals(shape, t.shape) && Arrays.equals(values, t.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }
}
