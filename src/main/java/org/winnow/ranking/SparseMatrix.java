package org.winnow.ranking;

/** Compressed sparse rows: column numbers ascending within a row, values in single precision. */
public final class SparseMatrix implements Rows {
    private final int[] starts;
    private final int[] columns;
    private final float[] values;
    private final float[] privateLengths;
    private final double[] lengths;
    private final int width;

    /**
     * @param starts where each row begins, and where the last one ends
     * @param privateLengths the squared length of the features that a row has alone and that have no column
     */
    SparseMatrix(int[] starts, int[] columns, float[] values, float[] privateLengths, int width) {
        this.starts = starts;
        this.columns = columns;
        this.values = values;
        this.privateLengths = privateLengths;
        this.width = width;
        this.lengths = new double[starts.length - 1];
        for (int row = 0; row < lengths.length; row++) {
            double sum = privateLengths[row];
            for (int i = starts[row]; i < starts[row + 1]; i++) {
                sum += (double) values[i] * values[i];
            }
            lengths[row] = sum;
        }
    }

    @Override
    public int rows() {
        return lengths.length;
    }

    @Override
    public int columns() {
        return width;
    }

    @Override
    public double dot(int row, double[] weights) {
        double sum = 0;
        for (int i = starts[row], end = starts[row + 1]; i < end; i++) {
            sum += values[i] * weights[columns[i]];
        }
        return sum;
    }

    @Override
    public void add(int row, double factor, double[] weights) {
        for (int i = starts[row], end = starts[row + 1]; i < end; i++) {
            weights[columns[i]] += factor * values[i];
        }
    }

    @Override
    public void clear(int row, double[] weights) {
        for (int i = starts[row], end = starts[row + 1]; i < end; i++) {
            weights[columns[i]] = 0;
        }
    }

    @Override
    public double squaredLength(int row) {
        return lengths[row];
    }

    @Override
    public double squaredPrivateLength(int row) {
        return privateLengths[row];
    }

    /** How many features of the row have a column. */
    public int count(int row) {
        return starts[row + 1] - starts[row];
    }

    /** The {@code i}-th feature of a row. */
    public int column(int row, int i) {
        return columns[starts[row] + i];
    }

    /** The value of the {@code i}-th feature of a row. */
    public float value(int row, int i) {
        return values[starts[row] + i];
    }
}
