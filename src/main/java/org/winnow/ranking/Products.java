package org.winnow.ranking;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The products of all pairs of labelled records, the appended feature of value 1 included: as numbers side by side while
 * there are few of them, through the rows themselves where there are many.
 */
final class Products {
    /** Beyond this the rows are quicker than the pairs. */
    static final int PAIRS_KEPT = 1_200;

    private static final int PLACES = 64;

    private final Rows rows;
    private final int pairsKept;
    private final double[] dense;
    private final BitSet taken;
    private int[] records = new int[PLACES];
    private double[] diagonal = new double[PLACES];
    private double[][] pairs = new double[PLACES][];
    private int size;

    Products(Rows rows, int pairsKept) {
        this.rows = rows;
        this.pairsKept = pairsKept;
        dense = new double[rows.columns()];
        taken = new BitSet(rows.rows());
    }

    int size() {
        return size;
    }

    int record(int slot) {
        return records[slot];
    }

    double diagonal(int slot) {
        return diagonal[slot];
    }

    /** Takes in the records that are new, in ascending order. */
    void take(Labels labels) {
        for (int row : labels.known()) {
            if (!taken.get(row)) {
                taken.set(row);
                add(row);
            }
        }
        if (size > pairsKept) {
            pairs = new double[0][];
        }
    }

    private void add(int row) {
        if (size == records.length) {
            grow();
        }
        int slot = size++;
        records[slot] = row;
        diagonal[slot] = rows.squaredLength(row) + 1;
        if (size > pairsKept) {
            return;
        }
        double[] line = new double[records.length];
        rows.add(row, 1, dense);
        for (int t = 0; t < slot; t++) {
            line[t] = rows.dot(records[t], dense) + 1;
            pairs[t][slot] = line[t];
        }
        rows.clear(row, dense);
        line[slot] = diagonal[slot];
        pairs[slot] = line;
    }

    private void grow() {
        int length = records.length * 2;
        records = Arrays.copyOf(records, length);
        diagonal = Arrays.copyOf(diagonal, length);
        if (size < pairsKept) {
            pairs = Arrays.copyOf(pairs, length);
            for (int s = 0; s < size; s++) {
                pairs[s] = Arrays.copyOf(pairs[s], length);
            }
        }
    }

    /** The matrix of products times a vector. */
    void times(double[] vector, double[] out) {
        Arrays.fill(out, 0);
        if (size > pairsKept) {
            throughRows(vector, out);
            return;
        }
        for (int s = 0; s < size; s++) {
            double factor = vector[s];
            if (factor != 0) {
                addTo(out, pairs[s], factor, size);
            }
        }
    }

    /** Apart, so that the compiler turns it into vector instructions. */
    private static void addTo(double[] out, double[] line, double factor, int n) {
        for (int t = 0; t < n; t++) {
            out[t] += factor * line[t];
        }
    }

    private void throughRows(double[] vector, double[] out) {
        double sum = 0;
        for (int s = 0; s < size; s++) {
            if (vector[s] != 0) {
                rows.add(records[s], vector[s], dense);
                sum += vector[s];
            }
        }
        for (int s = 0; s < size; s++) {
            out[s] = rows.dot(records[s], dense) + sum + vector[s] * rows.squaredPrivateLength(records[s]);
        }
        Arrays.fill(dense, 0);
    }
}
