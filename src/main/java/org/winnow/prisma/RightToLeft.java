package org.winnow.prisma;

import java.text.Bidi;
import java.util.List;
import org.winnow.prisma.FlowDiagram.Arrow;
import org.winnow.prisma.FlowDiagram.Box;
import org.winnow.prisma.FlowDiagram.Note;
import org.winnow.prisma.FlowDiagram.Point;
import org.winnow.prisma.FlowDiagram.Shape;
import org.winnow.prisma.FlowDiagram.SideBar;
import org.winnow.prisma.FlowDiagram.TextLine;
import org.winnow.prisma.FlowDiagram.TitleBar;

/** Diagrams in languages that run from right to left: the page as in a mirror, each line of text from its right end. */
final class RightToLeft {
    private RightToLeft() {}

    /** Whether a text begins in such a language. */
    static boolean reads(String text) {
        return !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    static FlowDiagram mirrored(FlowDiagram d) {
        List<Shape> shapes =
                d.shapes().stream().map(s -> mirrored(s, d.width())).toList();
        return new FlowDiagram(d.title(), d.description(), d.width(), d.height(), shapes, d.look(), true);
    }

    private static Shape mirrored(Shape shape, double page) {
        return switch (shape) {
            case Box b ->
                new Box(
                        b.name(),
                        page - b.x() - b.w(),
                        b.y(),
                        b.w(),
                        b.h(),
                        b.fill(),
                        mirrored(b.lines(), page),
                        b.tooltip(),
                        b.link());
            case TitleBar b ->
                new TitleBar(
                        b.name(),
                        page - b.x() - b.w(),
                        b.y(),
                        b.w(),
                        b.h(),
                        b.radius(),
                        b.fill(),
                        mirrored(b.lines(), page));
            case SideBar b -> mirrored(b, page);
            case Note n -> new Note(n.name(), mirrored(n.line(), page));
            case Arrow a ->
                new Arrow(a.points().stream()
                        .map(p -> new Point(page - p.x(), p.y()))
                        .toList());
        };
    }

    /** The words run upwards on either side: they keep their distance from the bar's left edge. */
    private static SideBar mirrored(SideBar b, double page) {
        double x = page - b.x() - b.w();
        return new SideBar(
                b.name(), x, b.y(), b.w(), b.h(), b.radius(), b.fill(), b.line().moved(x - b.x(), 0));
    }

    private static List<TextLine> mirrored(List<TextLine> lines, double page) {
        return lines.stream().map(l -> mirrored(l, page)).toList();
    }

    private static TextLine mirrored(TextLine l, double page) {
        return new TextLine(l.text(), page - l.x() - l.width(), l.baseline(), l.width(), l.number());
    }
}
