package org.winnow.prisma;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The flow diagram as a drawing: shapes at fixed places, which every writer only has to paint.
 *
 * <p>Lengths are points (1/72 inch), x runs right and y runs down from the upper left corner of the page.
 *
 * @param description what the diagram says, for those who cannot see it
 */
public record FlowDiagram(String title, String description, double width, double height, List<Shape> shapes) {
    /** Size of all text, points. */
    public static final double FONT_SIZE = 9;

    /** Width of every line, points. */
    public static final double STROKE = 0.72;

    /** A thing to paint. */
    public sealed interface Shape {}

    /**
     * How a shape is filled.
     *
     * @param rgb the colour, 0xRRGGBB
     * @param outlined whether a black line runs around it
     */
    public record Fill(int rgb, boolean outlined) {}

    /** A line of text that starts at x on a baseline; its width as measured, points. */
    public record TextLine(String text, double x, double baseline, double width) {}

    /** A box with text. */
    public record Box(String name, double x, double y, double w, double h, Fill fill, List<TextLine> lines)
            implements Shape {
        public Box {
            lines = List.copyOf(lines);
        }
    }

    /** The rounded heading of a column, its text centred. */
    public record TitleBar(String name, double x, double y, double w, double h, double radius, Fill fill, TextLine line)
            implements Shape {}

    /** The rounded bar beside a phase; its text runs upwards and starts where the line says. */
    public record SideBar(String name, double x, double y, double w, double h, double radius, Fill fill, TextLine line)
            implements Shape {}

    /** A corner of an arrow. */
    public record Point(double x, double y) {}

    /** A line through the points with a head at the last one; all its parts are level or upright. */
    public record Arrow(List<Point> points) implements Shape {
        /** Length of the head, points. */
        public static final double HEAD_LENGTH = 5.5;

        /** Half the breadth of the head, points. */
        public static final double HEAD_HALF = 2.2;

        public Arrow {
            points = List.copyOf(points);
        }

        /** The line without the head: it ends inside the head, so that the tip stays sharp. */
        public List<Point> shaft() {
            List<Point> shaft = new ArrayList<>(points);
            shaft.set(shaft.size() - 1, behindTip(HEAD_LENGTH - 1));
            return shaft;
        }

        /** Tip and both back corners of the head. */
        public List<Point> head() {
            Point tip = points.getLast();
            Point back = behindTip(HEAD_LENGTH);
            double across = tip.x() == back.x() ? HEAD_HALF : 0;
            double along = HEAD_HALF - across;
            return List.of(
                    tip,
                    new Point(back.x() + across, back.y() + along),
                    new Point(back.x() - across, back.y() - along));
        }

        private Point behindTip(double distance) {
            Point tip = points.getLast();
            Point from = points.get(points.size() - 2);
            return new Point(
                    tip.x() - Math.signum(tip.x() - from.x()) * distance,
                    tip.y() - Math.signum(tip.y() - from.y()) * distance);
        }
    }

    /** A line of text outside the boxes. */
    public record Note(String name, TextLine line) implements Shape {}

    public FlowDiagram {
        shapes = List.copyOf(shapes);
    }

    /** The font in which everything was measured, as a TrueType file: for whoever paints the drawing. */
    public static InputStream font() {
        try {
            return TextMeasure.fontFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lays out the diagram; the page grows with what is in it. */
    public static FlowDiagram of(FlowCounts counts, Template template) {
        return new FlowLayout(counts, template, new TextMeasure()).diagram();
    }
}
