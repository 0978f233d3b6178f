package org.winnow.ui.fulltext;

import java.util.Comparator;

/**
 * A gap between two letters.
 *
 * @param page from 1
 * @param offset in the text of the page
 */
record Spot(int page, int offset) implements Comparable<Spot> {
    private static final Comparator<Spot> ORDER =
            Comparator.comparingInt(Spot::page).thenComparingInt(Spot::offset);

    @Override
    public int compareTo(Spot other) {
        return ORDER.compare(this, other);
    }
}
