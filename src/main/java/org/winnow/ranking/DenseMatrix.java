package org.winnow.ranking;

/** Dense rows of single precision, as embeddings come. */
public final class DenseMatrix implements Rows {
    private final float[][] values;
    private final int width;

    /** @param values one array a row, all of one length */
    public DenseMatrix(float[][] values, int width) {
        this.values = values;
        this.width = width;
    }

    @Override
    public int rows() {
        return values.length;
    }

    @Override
    public int columns() {
        return width;
    }

    @Override
    public double dot(int row, double[] weights) {
        float[] v = values[row];
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        // Four sums side by side: one would wait for itself at every addition.
        for (; i + 3 < v.length; i += 4) {
            a += v[i] * weights[i];
            b += v[i + 1] * weights[i + 1];
            c += v[i + 2] * weights[i + 2];
            d += v[i + 3] * weights[i + 3];
        }
        for (; i < v.length; i++) {
            a += v[i] * weights[i];
        }
        return a + b + c + d;
    }

    @Override
    public void add(int row, double factor, double[] weights) {
        float[] v = values[row];
        for (int i = 0; i < v.length; i++) {
            weights[i] += factor * v[i];
        }
    }

    @Override
    public void clear(int row, double[] weights) {
        java.util.Arrays.fill(weights, 0);
    }

    @Override
    public double squaredLength(int row) {
        double sum = 0;
        for (float x : values[row]) {
            sum += (double) x * x;
        }
        return sum;
    }

    @Override
    public double squaredPrivateLength(int row) {
        return 0;
    }
}
