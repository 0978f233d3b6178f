package org.winnow.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.ListCell;

/** A line of a list as high as its words need, wrapped at the width that the list has. */
public abstract class WrappedCell<T> extends ListCell<T> {
    /** What a scroll bar takes from the width of the list. */
    private static final double BAR = 14;

    private static final double LEAST = 40;

    // Of no width of its own; what is in a cell does not ask it anything while it is made.
    @SuppressWarnings("this-escape")
    protected WrappedCell() {
        setPrefWidth(0);
    }

    @Override
    protected final double computePrefHeight(double width) {
        Node words = getGraphic();
        if (words == null || getListView() == null) {
            return super.computePrefHeight(width);
        }
        double inside = getListView().getWidth() - BAR - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + words.prefHeight(Math.max(LEAST, inside)) + snappedBottomInset();
    }
}
