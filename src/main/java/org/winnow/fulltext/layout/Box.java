package org.winnow.fulltext.layout;

/**
 * A rectangle on a page in points (1/72 inch), as a reader sees the page: x to the right, y downwards from the top left.
 */
public record Box(float x, float y, float width, float height) {
    public float right() {
        return x + width;
    }

    public float bottom() {
        return y + height;
    }

    /** The smallest box around both. */
    public Box with(Box other) {
        float left = Math.min(x, other.x);
        float top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** How many points of height both have in common, negative for a gap between them. */
    public float overlapDown(Box other) {
        return Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
    }
}
