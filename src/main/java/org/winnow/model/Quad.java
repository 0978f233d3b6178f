package org.winnow.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Four corners around words of one line, in the coordinates of the PDF page (points, y upwards, before the page is turned
 * or cropped), to a hundredth of a point. They stand in the order in which programs write and expect them: upper left,
 * upper right, lower left, lower right as the words are read. ISO 32000 says counterclockwise, but no reader does it so.
 */
public record Quad(float x1, float y1, float x2, float y2, float x3, float y3, float x4, float y4) {
    /** ISO 32000, annex C: no coordinate of a page is larger. */
    private static final float LARGEST = 14_400 * 10;

    public Quad {
        x1 = rounded(x1);
        y1 = rounded(y1);
        x2 = rounded(x2);
        y2 = rounded(y2);
        x3 = rounded(x3);
        y3 = rounded(y3);
        x4 = rounded(x4);
        y4 = rounded(y4);
    }

    /** An upright rectangle. */
    public static Quad upright(float left, float bottom, float right, float top) {
        return new Quad(left, top, right, top, left, bottom, right, bottom);
    }

    private static float rounded(float value) {
        if (!(Math.abs(value) <= LARGEST)) {
            throw new IllegalArgumentException("no place on a page: " + value);
        }
        return Math.round(value * 100.0) / 100f;
    }

    public float left() {
        return Math.min(Math.min(x1, x2), Math.min(x3, x4));
    }

    public float right() {
        return Math.max(Math.max(x1, x2), Math.max(x3, x4));
    }

    public float bottom() {
        return Math.min(Math.min(y1, y2), Math.min(y3, y4));
    }

    public float top() {
        return Math.max(Math.max(y1, y2), Math.max(y3, y4));
    }

    public List<Float> points() {
        return List.of(x1, y1, x2, y2, x3, y3, x4, y4);
    }

    /** Eight numbers a quad, quads divided by semicolons. */
    public static String text(List<Quad> quads) {
        return quads.stream()
                .map(q -> q.points().stream()
                        .map(v -> String.format(Locale.ROOT, "%.2f", v))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(";"));
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static List<Quad> of(String text) {
        List<Quad> quads = new ArrayList<>();
        for (String one : text.isBlank() ? new String[0] : text.split(";", -1)) {
            String[] v = one.strip().split(" ");
            if (v.length != 8) {
                throw new IllegalArgumentException("no four corners: " + one);
            }
            float[] n = new float[8];
            for (int i = 0; i < 8; i++) {
                n[i] = Float.parseFloat(v[i]);
            }
            quads.add(new Quad(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]));
        }
        return quads;
    }
}
