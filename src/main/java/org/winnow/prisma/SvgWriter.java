package org.winnow.prisma;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.winnow.prisma.FlowDiagram.Arrow;
import org.winnow.prisma.FlowDiagram.Box;
import org.winnow.prisma.FlowDiagram.Fill;
import org.winnow.prisma.FlowDiagram.Note;
import org.winnow.prisma.FlowDiagram.Point;
import org.winnow.prisma.FlowDiagram.Shape;
import org.winnow.prisma.FlowDiagram.SideBar;
import org.winnow.prisma.FlowDiagram.TextLine;
import org.winnow.prisma.FlowDiagram.TitleBar;

/**
 * Writes the diagram as SVG 1.1: real text in a font that the file brings along, and for every box a group with an id,
 * a name for screen readers, and its tooltip and link where it has them.
 */
final class SvgWriter {
    private static final String FONTS = "'Liberation Sans', Arial, Helvetica, sans-serif";
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    private final XMLStreamWriter xml;
    private final StringWriter out = new StringWriter();

    private final FlowDiagram diagram;

    private SvgWriter(FlowDiagram diagram) throws XMLStreamException {
        this.diagram = diagram;
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    }

    static byte[] bytes(FlowDiagram diagram) {
        try {
            SvgWriter writer = new SvgWriter(diagram);
            writer.document();
            return writer.out.toString().getBytes(StandardCharsets.UTF_8);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The drawing cannot be written as XML.", e);
        }
    }

    private void document() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        root();
        element("title", diagram.title());
        element("desc", diagram.description());
        font();
        rectangle(
                0,
                0,
                diagram.width(),
                diagram.height(),
                0,
                new Fill(diagram.look().ground(), false));
        for (Shape shape : diagram.shapes()) {
            shape(shape);
        }
        xml.writeEndElement();
        line();
        xml.writeEndDocument();
        xml.flush();
    }

    private void root() throws XMLStreamException {
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
        xml.writeNamespace("xlink", XLINK);
        attributes(
                "version",
                "1.1",
                "width",
                number(diagram.width()) + "pt",
                "height",
                number(diagram.height()) + "pt",
                "viewBox",
                "0 0 " + number(diagram.width()) + " " + number(diagram.height()),
                "role",
                "img",
                "aria-labelledby",
                "title desc",
                "xml:lang",
                "en",
                "font-family",
                FONTS,
                "font-size",
                number(diagram.look().fontSize()),
                "fill",
                colour(diagram.look().ink()));
        line();
    }

    private void shape(Shape shape) throws XMLStreamException {
        switch (shape) {
            case Box b -> box(b);
            case TitleBar b -> {
                group(b.name());
                rectangle(b.x(), b.y(), b.w(), b.h(), b.radius(), b.fill());
                for (TextLine text : b.lines()) {
                    text(text, false);
                }
                end();
            }
            case SideBar b -> {
                group(b.name());
                rectangle(b.x(), b.y(), b.w(), b.h(), b.radius(), b.fill());
                text(b.line(), true);
                end();
            }
            case Note n -> {
                group(n.name());
                text(n.line(), false);
                end();
            }
            case Arrow a -> arrow(a);
        }
    }

    private void box(Box b) throws XMLStreamException {
        boolean linked = !b.link().isEmpty();
        if (linked) {
            xml.writeStartElement("a");
            xml.writeAttribute("xlink", XLINK, "href", b.link());
            attributes("href", b.link(), "target", "_blank");
            line();
        }
        xml.writeStartElement("g");
        String words = b.lines().stream().map(TextLine::text).collect(Collectors.joining(" "));
        attributes("id", b.name(), "role", "group", "aria-label", words);
        line();
        if (!b.tooltip().isEmpty()) {
            xml.writeStartElement("title");
            xml.writeCharacters(b.tooltip());
            end();
        }
        rectangle(b.x(), b.y(), b.w(), b.h(), 0, b.fill());
        for (TextLine text : b.lines()) {
            text(text, false);
        }
        end();
        if (linked) {
            end();
        }
    }

    /** The used part of the font, so that the drawing looks the same everywhere. */
    private void font() throws XMLStreamException {
        String used = diagram.shapes().stream()
                .flatMap(s -> FlowDiagram.lines(s).stream())
                .map(TextLine::text)
                .collect(Collectors.joining());
        xml.writeStartElement("style");
        xml.writeCharacters("@font-face{font-family:'Liberation Sans';src:url(data:font/ttf;base64,"
                + Base64.getEncoder().encodeToString(TextMeasure.subset(used)) + ") format('truetype');}");
        end();
    }

    private void arrow(Arrow arrow) throws XMLStreamException {
        xml.writeEmptyElement("polyline");
        attributes(
                "points",
                points(arrow.shaft()),
                "fill",
                "none",
                "stroke",
                colour(diagram.look().ink()),
                "stroke-width",
                number(diagram.look().stroke()));
        line();
        xml.writeEmptyElement("polygon");
        attributes("points", points(arrow.head()));
        line();
    }

    private void rectangle(double x, double y, double w, double h, double radius, Fill fill) throws XMLStreamException {
        xml.writeEmptyElement("rect");
        attributes("x", number(x), "y", number(y), "width", number(w), "height", number(h));
        if (radius > 0) {
            attributes("rx", number(radius), "ry", number(radius));
        }
        attributes("fill", colour(fill.rgb()));
        if (fill.outlined()) {
            attributes(
                    "stroke",
                    colour(diagram.look().ink()),
                    "stroke-width",
                    number(diagram.look().stroke()));
        }
        line();
    }

    private void text(TextLine line, boolean upwards) throws XMLStreamException {
        xml.writeStartElement("text");
        boolean fromRight = diagram.rightToLeft() && !upwards;
        attributes("x", number(line.x() + (fromRight ? line.width() : 0)), "y", number(line.baseline()));
        if (fromRight) {
            attributes("direction", "rtl");
        }
        if (!line.number().isEmpty()) {
            attributes("data-number", Paragraph.clean(line.number()));
        }
        if (upwards) {
            attributes("transform", "rotate(-90 " + number(line.x()) + " " + number(line.baseline()) + ")");
        }
        xml.writeCharacters(line.text());
        xml.writeEndElement();
        line();
    }

    private void group(String name) throws XMLStreamException {
        xml.writeStartElement("g");
        attributes("id", name);
        line();
    }

    private void element(String name, String content) throws XMLStreamException {
        xml.writeStartElement(name);
        attributes("id", name);
        xml.writeCharacters(content);
        end();
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
        line();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    private void attributes(String... pairs) throws XMLStreamException {
        for (int i = 0; i < pairs.length; i += 2) {
            xml.writeAttribute(pairs[i], pairs[i + 1]);
        }
    }

    private static String colour(int rgb) {
        return String.format(Locale.ROOT, "#%06X", rgb);
    }

    private static String points(List<Point> points) {
        return points.stream().map(p -> number(p.x()) + "," + number(p.y())).collect(Collectors.joining(" "));
    }

    private static String number(double n) {
        return String.format(Locale.ROOT, "%.2f", n);
    }
}
