package org.winnow.fulltext.reading;

import org.winnow.fulltext.layout.Box;

/** How large a page is in points (1/72 inch), turned as it asks to be seen. */
public record PageSize(float width, float height) {
    /** A4, for pages that do not say their size or say a senseless one. */
    public static final PageSize USUAL = new PageSize(595, 842);

    /** The size after so many quarter turns clockwise. */
    public PageSize turned(int quarters) {
        return quarters % 2 == 0 ? this : new PageSize(height, width);
    }

    /** Where a box of this page is after so many quarter turns of the page clockwise, from 0 to 3. */
    public Box turned(Box box, int quarters) {
        return switch (quarters) {
            case 1 -> new Box(height - box.bottom(), box.x(), box.height(), box.width());
            case 2 -> new Box(width - box.right(), height - box.bottom(), box.width(), box.height());
            case 3 -> new Box(box.y(), width - box.right(), box.height(), box.width());
            default -> box;
        };
    }
}
