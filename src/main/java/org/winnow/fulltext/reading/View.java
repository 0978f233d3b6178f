package org.winnow.fulltext.reading;

/**
 * How a page is drawn.
 *
 * @param page from 1
 * @param scale pixels a point
 * @param turns quarter turns clockwise beyond what the page asks for, 0 to 3
 */
public record View(int page, float scale, int turns) {
    /** A part of the page in pixels of the picture of the whole page. */
    public record Part(int x, int y, int width, int height) {}

    /** The whole of a page. */
    public Part whole(PageSize size) {
        PageSize turned = size.turned(turns);
        return new Part(0, 0, pixels(turned.width()), pixels(turned.height()));
    }

    private int pixels(float points) {
        return Math.max(1, Math.round(points * scale));
    }
}
