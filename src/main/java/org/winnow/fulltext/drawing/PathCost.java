package org.winnow.fulltext.drawing;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * What it may cost to draw a path or to cut by it.
 *
 * @param pieces lines and curves that it has
 * @param length of all of them, in units of the page
 * @param down how far they go up and down together where they are seen: each row that one crosses is work
 * @param crossings how often they may cross each other at most: each those that stand on a usual row of it
 */
record PathCost(int pieces, double length, double down, double crossings) {
    /** @param page what is seen of it: beyond that nothing is drawn */
    static PathCost of(Shape path, PDRectangle page) {
        PathIterator pieces = path.getPathIterator(null);
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        int count = 0;
        double length = 0;
        double down = 0;
        double seen = 0;
        for (; !pieces.isDone(); pieces.next()) {
            int ends =
                    switch (pieces.currentSegment(at)) {
                        case PathIterator.SEG_CLOSE -> 0;
                        case PathIterator.SEG_QUADTO -> 2;
                        case PathIterator.SEG_CUBICTO -> 3;
                        default -> 1;
                    };
            boolean drawn = pieces.currentSegment(at) != PathIterator.SEG_MOVETO;
            for (int end = 0; end < ends; end++) {
                if (drawn) {
                    length += Math.hypot(at[2 * end] - x, at[2 * end + 1] - y);
                    down += Math.abs(at[2 * end + 1] - y);
                    seen += Math.abs(within(page, at[2 * end + 1]) - within(page, y));
                }
                x = at[2 * end];
                y = at[2 * end + 1];
            }
            count += drawn ? 1 : 0;
        }
        double height = Math.max(1, path.getBounds2D().getHeight());
        return new PathCost(count, length, seen, count * (down / height));
    }

    private static double within(PDRectangle page, double y) {
        return Math.min(page.getUpperRightY(), Math.max(page.getLowerLeftY(), y));
    }
}
