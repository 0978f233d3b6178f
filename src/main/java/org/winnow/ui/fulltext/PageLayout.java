package org.winnow.ui.fulltext;

import java.util.Arrays;
import java.util.List;
import org.winnow.fulltext.reading.PageSize;

/** Where the pages lie on the long sheet that is scrolled: below each other, alone or in pairs, in pixels of the window. */
final class PageLayout {
    /** Between pages, and between them and the edges. */
    static final double GAP = 12;

    /** Where a page lies. */
    record Place(double x, double y, double width, double height) {
        double bottom() {
            return y + height;
        }
    }

    private final List<PageSize> sizes;
    private final int turns;
    private final int abreast;
    private final double scale;
    private final double[] tops;
    private final double[] heights;
    private final double width;

    /**
     * @param sizes of the pages, as they ask to be seen
     * @param turns quarter turns clockwise, 0 to 3
     * @param abreast how many pages lie beside each other
     * @param scale pixels a point
     */
    PageLayout(List<PageSize> sizes, int turns, int abreast, double scale) {
        this.sizes = sizes;
        this.turns = turns;
        this.abreast = abreast;
        this.scale = scale;
        int rows = (sizes.size() + abreast - 1) / abreast;
        tops = new double[rows];
        heights = new double[rows];
        double widest = 0;
        double y = GAP;
        for (int row = 0; row < rows; row++) {
            double across = GAP;
            for (int page = first(row); page <= last(row); page++) {
                across += width(page) + GAP;
                heights[row] = Math.max(heights[row], height(page));
            }
            tops[row] = y;
            y += heights[row] + GAP;
            widest = Math.max(widest, across);
        }
        width = widest;
    }

    int pages() {
        return sizes.size();
    }

    double scale() {
        return scale;
    }

    int turns() {
        return turns;
    }

    double width() {
        return width;
    }

    double height() {
        return tops.length == 0 ? 0 : tops[tops.length - 1] + heights[heights.length - 1] + GAP;
    }

    PageSize size(int page) {
        return sizes.get(page - 1);
    }

    /** Where a page lies, from 1; rows stand in the middle of the sheet. */
    Place place(int page) {
        int row = (page - 1) / abreast;
        double across = -GAP;
        double before = 0;
        for (int other = first(row); other <= last(row); other++) {
            before += other < page ? width(other) + GAP : 0;
            across += width(other) + GAP;
        }
        double x = (width - across) / 2 + before;
        return new Place(x, tops[row] + (heights[row] - height(page)) / 2, width(page), height(page));
    }

    /** The first page of the row that lies at a height or is the next below it; the last row for what is below all. */
    int pageAt(double y) {
        int found = Arrays.binarySearch(tops, y);
        int row = found >= 0 ? found : Math.max(0, -found - 2);
        boolean passed = row + 1 < tops.length && y > tops[row] + heights[row];
        return first(passed ? row + 1 : row);
    }

    /** The last page of which anything is seen above a height. */
    int lastAbove(double y) {
        int found = Arrays.binarySearch(tops, y);
        int row = found >= 0 ? found : Math.max(0, -found - 2);
        return tops.length == 0 ? 0 : last(row);
    }

    /** The page in the row before or after. */
    int further(int page, int rows) {
        return Math.clamp(page + (long) rows * abreast, 1, Math.max(1, pages()));
    }

    private int first(int row) {
        return row * abreast + 1;
    }

    private int last(int row) {
        return Math.min(sizes.size(), (row + 1) * abreast);
    }

    private double width(int page) {
        return size(page).turned(turns).width() * scale;
    }

    private double height(int page) {
        return size(page).turned(turns).height() * scale;
    }

    /** The scale at which the widest row of these pages just fits into a width. */
    static double fittingWidth(List<PageSize> sizes, int turns, int abreast, double width) {
        return new PageLayout(sizes, turns, abreast, 1).fitting(width, abreast);
    }

    private double fitting(double room, int columns) {
        double gaps = GAP * (columns + 1);
        return Math.max(1, room - gaps) / Math.max(1, width - gaps);
    }
}
