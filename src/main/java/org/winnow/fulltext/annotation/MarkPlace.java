package org.winnow.fulltext.annotation;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationInk;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLine;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPolygon;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPolyline;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationTextMarkup;
import org.winnow.model.Quad;

/** Where an annotation stands on its page. */
final class MarkPlace {
    /** What is drawn is seen a little beside the points through which it goes. */
    private static final float BESIDE = 1;

    private MarkPlace() {}

    /**
     * The quads around its words; one rectangle where it marks no words; empty where that is no place.
     *
     * @param kept the place as this program has written it beside, or empty
     */
    static List<Quad> of(PDAnnotation annotation, String kept) {
        try {
            List<Quad> quads = words(annotation);
            return quads.isEmpty() ? rectangle(annotation, kept) : quads;
        } catch (IllegalArgumentException nowhere) {
            return List.of();
        }
    }

    private static List<Quad> words(PDAnnotation annotation) {
        List<Quad> quads = new ArrayList<>();
        float[] points = annotation instanceof PDAnnotationTextMarkup markup ? markup.getQuadPoints() : null;
        for (int i = 0; points != null && i + 8 <= points.length; i += 8) {
            quads.add(ordered(points, i));
        }
        return quads;
    }

    /** A few programs follow the letter of ISO 32000: counterclockwise from the lower left. */
    private static Quad ordered(float[] p, int i) {
        boolean counterclockwise = p[i + 1] < p[i + 7] && p[i + 3] < p[i + 5] && p[i] < p[i + 2];
        return counterclockwise
                ? new Quad(p[i + 6], p[i + 7], p[i + 4], p[i + 5], p[i], p[i + 1], p[i + 2], p[i + 3])
                : new Quad(p[i], p[i + 1], p[i + 2], p[i + 3], p[i + 4], p[i + 5], p[i + 6], p[i + 7]);
    }

    private static List<Quad> rectangle(PDAnnotation annotation, String kept) {
        PDRectangle box = annotation.getRectangle();
        if (box == null) {
            return List.of();
        }
        // Who has moved it in another program since knows better than what stands beside it.
        List<Quad> known =
                Quad.of(kept).stream().filter(quad -> touches(box, quad)).toList();
        List<Quad> drawn = known.isEmpty() ? drawn(annotation) : known;
        return drawn.isEmpty()
                ? List.of(Quad.upright(
                        box.getLowerLeftX(), box.getLowerLeftY(), box.getUpperRightX(), box.getUpperRightY()))
                : drawn;
    }

    private static boolean touches(PDRectangle box, Quad quad) {
        return box.getLowerLeftX() <= quad.right()
                && box.getUpperRightX() >= quad.left()
                && box.getLowerLeftY() <= quad.top()
                && box.getUpperRightY() >= quad.bottom();
    }

    /** Around what is drawn by hand or from corner to corner, which not every program keeps inside its rectangle. */
    private static List<Quad> drawn(PDAnnotation annotation) {
        float[][] lines =
                switch (annotation) {
                    case PDAnnotationInk ink -> ink.getInkList();
                    case PDAnnotationPolygon polygon -> lines(polygon.getVertices());
                    case PDAnnotationPolyline polyline -> lines(polyline.getVertices());
                    case PDAnnotationLine line -> lines(line.getLine());
                    default -> new float[0][];
                };
        float left = Float.MAX_VALUE;
        float bottom = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float top = -Float.MAX_VALUE;
        for (float[] line : lines) {
            for (int i = 0; i + 1 < line.length; i += 2) {
                left = Math.min(left, line[i]);
                right = Math.max(right, line[i]);
                bottom = Math.min(bottom, line[i + 1]);
                top = Math.max(top, line[i + 1]);
            }
        }
        return left > right
                ? List.of()
                : List.of(Quad.upright(left - BESIDE, bottom - BESIDE, right + BESIDE, top + BESIDE));
    }

    private static float[][] lines(float[] line) {
        return line == null ? new float[0][] : new float[][] {line};
    }

    /** The rectangle around quads. */
    static PDRectangle around(List<Quad> quads) {
        float left = Float.MAX_VALUE;
        float bottom = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float top = -Float.MAX_VALUE;
        for (Quad quad : quads) {
            left = Math.min(left, quad.left());
            bottom = Math.min(bottom, quad.bottom());
            right = Math.max(right, quad.right());
            top = Math.max(top, quad.top());
        }
        return new PDRectangle(left, bottom, right - left, top - bottom);
    }
}
