package org.winnow.prisma;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.winnow.document.WordFile;
import org.winnow.document.Xml;
import org.winnow.prisma.FlowDiagram.Arrow;
import org.winnow.prisma.FlowDiagram.Box;
import org.winnow.prisma.FlowDiagram.Fill;
import org.winnow.prisma.FlowDiagram.Note;
import org.winnow.prisma.FlowDiagram.Point;
import org.winnow.prisma.FlowDiagram.Shape;
import org.winnow.prisma.FlowDiagram.SideBar;
import org.winnow.prisma.FlowDiagram.TextLine;
import org.winnow.prisma.FlowDiagram.TitleBar;

/** Writes the diagram as a Word document of one page: every box a shape whose text can be edited, every arrow a line. */
final class FlowDocxWriter {
    private static final double A4_SHORT = 595.3;
    private static final double A4_LONG = 841.9;
    private static final double MARGIN = 24;
    private static final int EMU = 12700;
    private static final int TWIPS = 20;

    private final FlowDiagram diagram;
    private final boolean landscape;
    private final double scale;
    private final StringBuilder out = new StringBuilder();
    private int id;

    private FlowDocxWriter(FlowDiagram diagram) {
        this.diagram = diagram;
        this.landscape = diagram.width() > diagram.height();
        double w = (landscape ? A4_LONG : A4_SHORT) - 2 * MARGIN;
        double h = (landscape ? A4_SHORT : A4_LONG) - 2 * MARGIN;
        this.scale = Math.min(1, Math.min(w / diagram.width(), h / diagram.height()));
    }

    static byte[] bytes(FlowDiagram diagram) {
        return WordFile.of(diagram.title(), new FlowDocxWriter(diagram).body());
    }

    private String body() {
        out.append("<w:p>");
        if (diagram.look().ground() != 0xFFFFFF) {
            rectangle(
                    "ground",
                    "",
                    new Area(0, 0, diagram.width(), diagram.height()),
                    new Fill(diagram.look().ground(), false),
                    0,
                    List.of(),
                    false);
        }
        diagram.shapes().forEach(this::shape);
        out.append("</w:p><w:sectPr><w:pgSz w:w=\"")
                .append(twips(landscape ? A4_LONG : A4_SHORT))
                .append("\" w:h=\"")
                .append(twips(landscape ? A4_SHORT : A4_LONG))
                .append(landscape ? "\" w:orient=\"landscape\"/>" : "\"/>")
                .append("<w:pgMar w:top=\"480\" w:right=\"480\" w:bottom=\"480\" w:left=\"480\" w:header=\"0\"")
                .append(" w:footer=\"0\" w:gutter=\"0\"/></w:sectPr>");
        return out.toString();
    }

    private record Area(double x, double y, double w, double h) {}

    private void shape(Shape shape) {
        switch (shape) {
            case Box b ->
                rectangle(
                        b.name(), said(b.lines()), new Area(b.x(), b.y(), b.w(), b.h()), b.fill(), 0, b.lines(), false);
            case TitleBar b ->
                rectangle(
                        b.name(),
                        said(b.lines()),
                        new Area(b.x(), b.y(), b.w(), b.h()),
                        b.fill(),
                        b.radius(),
                        b.lines(),
                        false);
            case SideBar b ->
                rectangle(
                        b.name(),
                        b.line().text(),
                        new Area(b.x(), b.y(), b.w(), b.h()),
                        b.fill(),
                        b.radius(),
                        List.of(b.line()),
                        true);
            case Note n -> note(n);
            case Arrow a -> arrow(a);
        }
    }

    private void note(Note n) {
        double size = diagram.look().fontSize();
        Area area = new Area(
                n.line().x() - 4, n.line().baseline() - size - 2, n.line().width() + 24, size + 6);
        shape(
                n.name(),
                n.line().text(),
                area,
                "rect",
                "<a:noFill/><a:ln><a:noFill/></a:ln>",
                List.of(n.line()),
                "horz");
    }

    private static String said(List<TextLine> lines) {
        return lines.stream().map(TextLine::text).collect(Collectors.joining(" "));
    }

    private void rectangle(
            String name, String said, Area area, Fill fill, double radius, List<TextLine> lines, boolean upwards) {
        String paint = "<a:solidFill><a:srgbClr val=\"" + colour(fill.rgb()) + "\"/></a:solidFill>"
                + (fill.outlined() ? line("") : "<a:ln><a:noFill/></a:ln>");
        shape(name, said, area, radius > 0 ? "roundRect" : "rect", paint, lines, upwards ? "vert270" : "horz");
    }

    private String line(String end) {
        return "<a:ln w=\"" + emu(diagram.look().stroke()) + "\"><a:solidFill><a:srgbClr val=\""
                + colour(diagram.look().ink()) + "\"/></a:solidFill>" + end + "</a:ln>";
    }

    private void arrow(Arrow arrow) {
        List<Point> points = arrow.points();
        for (int i = 1; i < points.size(); i++) {
            Point a = points.get(i - 1);
            Point b = points.get(i);
            String flips = (b.x() < a.x() ? " flipH=\"1\"" : "") + (b.y() < a.y() ? " flipV=\"1\"" : "");
            String end = i == points.size() - 1 ? "<a:tailEnd type=\"triangle\"/>" : "";
            Area area = new Area(
                    Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()));
            open("arrow", "", area);
            out.append("<wps:cNvCnPr/><wps:spPr><a:xfrm").append(flips).append("><a:off x=\"0\" y=\"0\"/>");
            extent("a:ext", area);
            out.append("</a:xfrm><a:prstGeom prst=\"straightConnector1\"><a:avLst/></a:prstGeom>")
                    .append(line(end))
                    .append("</wps:spPr><wps:bodyPr/>");
            close();
        }
    }

    private void shape(
            String name,
            String said,
            Area area,
            String geometry,
            String paint,
            List<TextLine> lines,
            String direction) {
        open(name, said, area);
        out.append("<wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>");
        extent("a:ext", area);
        out.append("</a:xfrm><a:prstGeom prst=\"")
                .append(geometry)
                .append("\"><a:avLst/></a:prstGeom>")
                .append(paint);
        out.append("</wps:spPr>");
        boolean centred = !geometry.equals("rect");
        if (!lines.isEmpty()) {
            out.append("<wps:txbx><w:txbxContent>");
            lines.forEach(l -> paragraph(l, area, centred));
            out.append("</w:txbxContent></wps:txbx>");
        }
        int inset = centred ? 0 : emu(5);
        out.append("<wps:bodyPr rot=\"0\" vert=\"")
                .append(direction)
                .append("\" wrap=\"square\" lIns=\"")
                .append(inset)
                .append("\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"ctr\"><a:noAutofit/></wps:bodyPr>");
        close();
    }

    private void paragraph(TextLine line, Area area, boolean centred) {
        double inset = 5;
        double indent = diagram.rightToLeft()
                ? area.x() + area.w() - line.x() - line.width() - inset
                : line.x() - area.x() - inset;
        out.append("<w:p><w:pPr>");
        if (diagram.rightToLeft()) {
            out.append("<w:bidi/>");
        }
        out.append("<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"")
                .append(twips(11.5 * diagram.look().fontSize() / 9 * scale))
                .append("\" w:lineRule=\"exact\"/>");
        if (centred) {
            out.append("<w:jc w:val=\"center\"/>");
        } else {
            out.append("<w:ind w:left=\"")
                    .append(Math.max(0, twips(indent * scale)))
                    .append("\"/>");
        }
        long halfPoints = Math.max(2, Math.round(2 * diagram.look().fontSize() * scale - 0.25));
        out.append(
                        "</w:pPr><w:r><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:color w:val=\"")
                .append(colour(diagram.look().ink()))
                .append("\"/><w:sz w:val=\"")
                .append(halfPoints)
                .append("\"/><w:szCs w:val=\"")
                .append(halfPoints)
                .append(diagram.rightToLeft() ? "\"/><w:rtl/>" : "\"/>")
                .append("</w:rPr><w:t xml:space=\"preserve\">")
                .append(Xml.text(line.text()))
                .append("</w:t></w:r></w:p>");
    }

    private void open(String name, String said, Area area) {
        id++;
        out.append(
                        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor distT=\"0\" distB=\"0\"")
                .append(" distL=\"0\" distR=\"0\" simplePos=\"0\" relativeHeight=\"")
                .append(1000 + id)
                .append(
                        "\" behindDoc=\"0\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/>")
                .append("<wp:positionH relativeFrom=\"page\"><wp:posOffset>")
                .append(emu(MARGIN) + emu(area.x() * scale))
                .append("</wp:posOffset></wp:positionH><wp:positionV relativeFrom=\"page\"><wp:posOffset>")
                .append(emu(MARGIN) + emu(area.y() * scale))
                .append("</wp:posOffset></wp:positionV>");
        extent("wp:extent", area);
        out.append("<wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:wrapNone/><wp:docPr id=\"")
                .append(id)
                .append("\" name=\"")
                .append(Xml.text(name))
                .append(' ')
                .append(id)
                .append("\" descr=\"")
                .append(Xml.text(said))
                .append(
                        "\"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp>");
    }

    private void close() {
        out.append(
                "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>");
    }

    private void extent(String element, Area area) {
        out.append('<')
                .append(element)
                .append(" cx=\"")
                .append(emu(area.w() * scale))
                .append("\" cy=\"")
                .append(emu(area.h() * scale))
                .append("\"/>");
    }

    private static int emu(double points) {
        return (int) Math.round(points * EMU);
    }

    private static int twips(double points) {
        return (int) Math.round(points * TWIPS);
    }

    private static String colour(int rgb) {
        return String.format(Locale.ROOT, "%06X", rgb);
    }
}
