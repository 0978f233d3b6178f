package org.winnow.fulltext.reading;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.winnow.fulltext.layout.Box;

/**
 * What of a page's coordinates is seen, and which side is up.
 *
 * @param left of what is seen, in the page's own coordinates (points, y upwards)
 * @param bottom likewise
 * @param width before it is turned
 * @param height before it is turned
 * @param rotation clockwise in degrees: 0, 90, 180 or 270
 */
public record PageFrame(float left, float bottom, float width, float height, int rotation) {
    private static final float SMALLEST = 1;
    /** ISO 32000, annex C: a page is at most 200 inches long by itself; with a user unit it may be longer. */
    private static final float LARGEST = 200 * 72;

    static PageFrame of(PDPage page) {
        PDRectangle crop = page.getCropBox();
        boolean sensible = crop.getWidth() >= SMALLEST
                && crop.getHeight() >= SMALLEST
                && crop.getWidth() <= LARGEST
                && crop.getHeight() <= LARGEST;
        return sensible
                ? new PageFrame(
                        crop.getLowerLeftX(),
                        crop.getLowerLeftY(),
                        crop.getWidth(),
                        crop.getHeight(),
                        page.getRotation())
                : new PageFrame(0, 0, PageSize.USUAL.width(), PageSize.USUAL.height(), page.getRotation());
    }

    /** The page as it is seen. */
    public PageSize size() {
        return rotation % 180 == 0 ? new PageSize(width, height) : new PageSize(height, width);
    }

    /** Where a rectangle of the page's own coordinates is seen: from the top left, y downwards. */
    public Box seen(float x1, float y1, float x2, float y2) {
        return around(
                x(x1 - left, y1 - bottom),
                y(x1 - left, y1 - bottom),
                x(x2 - left, y2 - bottom),
                y(x2 - left, y2 - bottom));
    }

    /** Where a box of text is seen whose coordinates are those of its own direction of writing. */
    public Box seen(Box text, int direction) {
        return around(
                textX(text.x(), text.y(), direction),
                textY(text.x(), text.y(), direction),
                textX(text.right(), text.bottom(), direction),
                textY(text.right(), text.bottom(), direction));
    }

    /** The rectangle of the page's own coordinates that is seen as this box: left, bottom, right, top. */
    public float[] stored(Box seen) {
        float x1 = storedX(seen.x(), seen.y());
        float y1 = storedY(seen.x(), seen.y());
        float x2 = storedX(seen.right(), seen.bottom());
        float y2 = storedY(seen.right(), seen.bottom());
        return new float[] {
            left + Math.min(x1, x2), bottom + Math.min(y1, y2), left + Math.max(x1, x2), bottom + Math.max(y1, y2)
        };
    }

    /** The same sheet with another side up, such as that on which its words are upright. */
    PageFrame turned(int toRotation) {
        return new PageFrame(left, bottom, width, height, toRotation);
    }

    /** Where a box that is seen here is seen when the sheet is turned like that. */
    Box seenIn(PageFrame turned, Box seen) {
        float[] place = stored(seen);
        return turned.seen(place[0], place[1], place[2], place[3]);
    }

    private static Box around(float x1, float y1, float x2, float y2) {
        return new Box(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
    }

    private float x(float x, float y) {
        return switch (rotation) {
            case 90 -> y;
            case 180 -> width - x;
            case 270 -> height - y;
            default -> x;
        };
    }

    private float y(float x, float y) {
        return switch (rotation) {
            case 90 -> x;
            case 180 -> y;
            case 270 -> width - x;
            default -> height - y;
        };
    }

    private float storedX(float x, float y) {
        return switch (rotation) {
            case 90 -> y;
            case 180 -> width - x;
            case 270 -> width - y;
            default -> x;
        };
    }

    private float storedY(float x, float y) {
        return switch (rotation) {
            case 90 -> x;
            case 180 -> y;
            case 270 -> height - x;
            default -> height - y;
        };
    }

    private float textX(float x, float y, int direction) {
        PageFrame upright = new PageFrame(0, 0, width, height, direction);
        return x(upright.storedX(x, y), upright.storedY(x, y));
    }

    private float textY(float x, float y, int direction) {
        PageFrame upright = new PageFrame(0, 0, width, height, direction);
        return y(upright.storedX(x, y), upright.storedY(x, y));
    }
}
