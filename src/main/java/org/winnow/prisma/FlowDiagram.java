package org.winnow.prisma;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.winnow.prisma.Style.Look;

/**
 * The flow diagram as a drawing: shapes at fixed places, which every writer only has to paint.
 *
 * <p>Lengths are points (1/72 inch), x runs right and y runs down from the upper left corner of the page.
 *
 * @param description what the diagram says, for those who cannot see it
 * @param rightToLeft whether its language runs so: then the columns do too
 */
public record FlowDiagram(
        String title,
        String description,
        double width,
        double height,
        List<Shape> shapes,
        Look look,
        boolean rightToLeft) {
    /** Size of all text in the official style, points. */
    public static final double FONT_SIZE = Style.OFFICIAL.look().fontSize();

    /** A thing to paint. */
    public sealed interface Shape {}

    /**
     * How a shape is filled.
     *
     * @param rgb the colour, 0xRRGGBB
     * @param outlined whether a line runs around it
     */
    public record Fill(int rgb, boolean outlined) {}

    /**
     * A line of text that starts at x on a baseline; its width as measured, points.
     *
     * @param number the name of the number that it shows, such as {@code duplicates}; empty for none
     */
    public record TextLine(String text, double x, double baseline, double width, String number) {
        TextLine(String text, double x, double baseline, double width) {
            this(text, x, baseline, width, "");
        }

        TextLine moved(double dx, double dy) {
            return new TextLine(text, x + dx, baseline + dy, width, number);
        }
    }

    /**
     * A box with text.
     *
     * @param tooltip what it says when the pointer rests on it
     * @param link where it leads, empty for nowhere
     */
    public record Box(
            String name,
            double x,
            double y,
            double w,
            double h,
            Fill fill,
            List<TextLine> lines,
            String tooltip,
            String link)
            implements Shape {
        public Box {
            lines = List.copyOf(lines);
        }
    }

    /** The rounded heading of a column, its text centred. */
    public record TitleBar(
            String name, double x, double y, double w, double h, double radius, Fill fill, List<TextLine> lines)
            implements Shape {
        public TitleBar {
            lines = List.copyOf(lines);
        }
    }

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

    /** The text of a shape, line by line. */
    static List<TextLine> lines(Shape shape) {
        return switch (shape) {
            case Box b -> b.lines();
            case TitleBar b -> b.lines();
            case SideBar b -> List.of(b.line());
            case Note n -> List.of(n.line());
            case Arrow a -> List.of();
        };
    }

    /** The font in which everything was measured, as a TrueType file: for whoever paints the drawing. */
    public static InputStream font() {
        try {
            return TextMeasure.fontFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lays out the diagram in the official colours. */
    public static FlowDiagram of(FlowCounts counts, Template template) {
        return of(counts, template, Style.OFFICIAL);
    }

    /** Lays out the diagram; the page grows with what is in it. */
    public static FlowDiagram of(FlowCounts counts, Template template, Style style) {
        return new FlowLayout(counts, template, style.look(), new TextMeasure()).diagram();
    }
}
