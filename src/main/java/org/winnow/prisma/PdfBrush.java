package org.winnow.prisma;

import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;
import org.winnow.prisma.FlowDiagram.Arrow;
import org.winnow.prisma.FlowDiagram.Fill;
import org.winnow.prisma.FlowDiagram.Point;
import org.winnow.prisma.FlowDiagram.TextLine;

/** Puts lines, fills and letters on a PDF page whose y runs upwards. */
final class PdfBrush {
    /** How far the control points of a quarter circle stand from its ends, in radii. */
    private static final double QUARTER = 0.5523;

    private final PDPageContentStream page;
    private final PDFont font;
    private final TextMeasure measure;
    private final FlowDiagram diagram;
    private final ForeignText foreign = new ForeignText();

    PdfBrush(PDPageContentStream page, PDFont font, TextMeasure measure, FlowDiagram diagram) {
        this.page = page;
        this.font = font;
        this.measure = measure;
        this.diagram = diagram;
    }

    /** The sheet itself, where it is not white, and the pen. */
    void page() throws IOException {
        page.setLineWidth((float) diagram.look().stroke());
        stroke(diagram.look().ink());
        if (diagram.look().ground() != 0xFFFFFF) {
            fill(diagram.look().ground());
            page.addRect(0, 0, (float) diagram.width(), (float) diagram.height());
            page.fill();
        }
        fill(diagram.look().ink());
    }

    void arrow(Arrow arrow) throws IOException {
        path(arrow.shaft());
        page.stroke();
        path(arrow.head());
        page.closePath();
        page.fill();
    }

    private void path(List<Point> points) throws IOException {
        move(points.getFirst().x(), points.getFirst().y());
        for (Point point : points.subList(1, points.size())) {
            line(point.x(), point.y());
        }
    }

    void rectangle(double x, double y, double w, double h, double radius, Fill fill) throws IOException {
        fill(fill.rgb());
        if (radius > 0) {
            rounded(x, y, w, h, radius);
        } else {
            page.addRect((float) x, flipped(y + h), (float) w, (float) h);
        }
        if (fill.outlined()) {
            page.fillAndStroke();
        } else {
            page.fill();
        }
        fill(diagram.look().ink());
    }

    private void rounded(double x, double y, double w, double h, double r) throws IOException {
        double c = r * (1 - QUARTER);
        double right = x + w;
        double bottom = y + h;
        move(x + r, y);
        line(right - r, y);
        curve(right - c, y, right, y + c, right, y + r);
        line(right, bottom - r);
        curve(right, bottom - c, right - c, bottom, right - r, bottom);
        line(x + r, bottom);
        curve(x + c, bottom, x, bottom - c, x, bottom - r);
        line(x, y + r);
        curve(x, y + c, x + c, y, x + r, y);
        page.closePath();
    }

    void text(TextLine line, boolean upwards) throws IOException {
        Matrix place = upwards
                ? new Matrix(0, 1, -1, 0, (float) line.x(), flipped(line.baseline()))
                : new Matrix(1, 0, 0, 1, (float) line.x(), flipped(line.baseline()));
        if (ForeignText.needed(line.text(), measure)) {
            Optional<java.awt.Shape> letters =
                    foreign.outline(line.text(), diagram.look().fontSize(), line.width(), diagram.rightToLeft());
            if (letters.isPresent()) {
                outline(letters.get(), place);
                return;
            }
        }
        page.beginText();
        page.setFont(font, (float) diagram.look().fontSize());
        page.setTextMatrix(place);
        page.showText(measure.drawable(line.text()));
        page.endText();
    }

    /** Letters as filled curves. */
    private void outline(java.awt.Shape letters, Matrix place) throws IOException {
        page.saveGraphicsState();
        page.transform(place);
        float[] p = new float[6];
        boolean any = false;
        float[] at = new float[2];
        for (PathIterator it = letters.getPathIterator(null); !it.isDone(); it.next()) {
            segment(it.currentSegment(p), p, at);
            any = true;
        }
        if (any) {
            page.fill();
        }
        page.restoreGraphicsState();
    }

    /** @param at where the pen is; moved to the segment's end */
    private void segment(int kind, float[] p, float[] at) throws IOException {
        switch (kind) {
            case PathIterator.SEG_MOVETO -> page.moveTo(p[0], -p[1]);
            case PathIterator.SEG_LINETO -> page.lineTo(p[0], -p[1]);
            // A curve with one control point, as one with two.
            case PathIterator.SEG_QUADTO ->
                page.curveTo(
                        at[0] + 2 * (p[0] - at[0]) / 3,
                        -(at[1] + 2 * (p[1] - at[1]) / 3),
                        p[2] + 2 * (p[0] - p[2]) / 3,
                        -(p[3] + 2 * (p[1] - p[3]) / 3),
                        p[2],
                        -p[3]);
            case PathIterator.SEG_CUBICTO -> page.curveTo(p[0], -p[1], p[2], -p[3], p[4], -p[5]);
            default -> page.closePath();
        }
        if (kind != PathIterator.SEG_CLOSE) {
            int last = kind == PathIterator.SEG_CUBICTO ? 4 : kind == PathIterator.SEG_QUADTO ? 2 : 0;
            at[0] = p[last];
            at[1] = p[last + 1];
        }
    }

    private void fill(int rgb) throws IOException {
        page.setNonStrokingColor((rgb >> 16 & 0xFF) / 255f, (rgb >> 8 & 0xFF) / 255f, (rgb & 0xFF) / 255f);
    }

    private void stroke(int rgb) throws IOException {
        page.setStrokingColor((rgb >> 16 & 0xFF) / 255f, (rgb >> 8 & 0xFF) / 255f, (rgb & 0xFF) / 255f);
    }

    private void move(double x, double y) throws IOException {
        page.moveTo((float) x, flipped(y));
    }

    private void line(double x, double y) throws IOException {
        page.lineTo((float) x, flipped(y));
    }

    private void curve(double x1, double y1, double x2, double y2, double x3, double y3) throws IOException {
        page.curveTo((float) x1, flipped(y1), (float) x2, flipped(y2), (float) x3, flipped(y3));
    }

    /** PDF counts upwards from the lower edge. */
    private float flipped(double y) {
        return (float) (diagram.height() - y);
    }
}
