package org.winnow.fulltext.reading;

/** How large a page is in points (1/72 inch), turned as it asks to be seen. */
public record PageSize(float width, float height) {
    /** A4, for pages that do not say their size or say a senseless one. */
    public static final PageSize USUAL = new PageSize(595, 842);

    /** The size after so many quarter turns. */
    public PageSize turned(int quarters) {
        return quarters % 2 == 0 ? this : new PageSize(height, width);
    }
}
