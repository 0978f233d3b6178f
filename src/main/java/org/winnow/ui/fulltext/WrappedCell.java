package org.winnow.ui.fulltext;

import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/** A line of a list as high as its wrapped text needs in the width that the list has. */
abstract class WrappedCell<T> extends ListCell<T> {
    /** What a scroll bar takes from the width of the list. */
    private static final double BAR = 14;

    /** What the line consists of, one below the other. */
    final VBox box = new VBox(3);

    // What is in a cell does not ask it anything while it is made.
    @SuppressWarnings("this-escape")
    WrappedCell() {
        setPrefWidth(0);
    }

    @Override
    protected final double computePrefHeight(double width) {
        if (getGraphic() != box || getListView() == null) {
            return super.computePrefHeight(width);
        }
        double inside = getListView().getWidth() - BAR - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + box.prefHeight(Math.max(40, inside)) + snappedBottomInset();
    }
}
