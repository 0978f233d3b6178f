package org.winnow.ranking;

/** A matrix as a linear learner sees it: one row a record, one column a feature. */
public interface Rows {
    int rows();

    int columns();

    /** The product of a row with weights, one a column. */
    double dot(int row, double[] weights);

    /** Adds a multiple of a row to weights, one a column. */
    void add(int row, double factor, double[] weights);

    /** Sets the weights of a row's columns to zero. */
    void clear(int row, double[] weights);

    /** The squared length of a row, that of its private part included. */
    double squaredLength(int row);

    /**
     * The squared length of what a row shares with no other: features that occur in it alone. They move no other
     * record's score, so that a learner needs no columns for them.
     */
    double squaredPrivateLength(int row);
}
