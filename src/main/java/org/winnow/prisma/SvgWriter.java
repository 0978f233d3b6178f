package org.winnow.prisma;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
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

/** Writes the diagram as SVG 1.1 with real text and a group with an id for every box. */
final class SvgWriter {
    private static final String FONTS = "Liberation Sans, Arial, Helvetica, sans-serif";

    private final XMLStreamWriter xml;
    private final StringWriter out = new StringWriter();

    private SvgWriter() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    }

    static byte[] bytes(FlowDiagram diagram) {
        try {
            SvgWriter writer = new SvgWriter();
            writer.document(diagram);
            return writer.out.toString().getBytes(StandardCharsets.UTF_8);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The drawing cannot be written as XML.", e);
        }
    }

    private void document(FlowDiagram diagram) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
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
                number(FlowDiagram.FONT_SIZE),
                "fill",
                "#000000");
        line();
        element("title", diagram.title());
        element("desc", diagram.description());
        rectangle(0, 0, diagram.width(), diagram.height(), 0, new Fill(0xFFFFFF, false));
        for (Shape shape : diagram.shapes()) {
            shape(shape);
        }
        xml.writeEndElement();
        line();
        xml.writeEndDocument();
        xml.flush();
    }

    private void shape(Shape shape) throws XMLStreamException {
        switch (shape) {
            case Box b -> {
                group(b.name());
                rectangle(b.x(), b.y(), b.w(), b.h(), 0, b.fill());
                for (TextLine text : b.lines()) {
                    text(text, false);
                }
                end();
            }
            case TitleBar b -> {
                group(b.name());
                rectangle(b.x(), b.y(), b.w(), b.h(), b.radius(), b.fill());
                text(b.line(), false);
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

    private void arrow(Arrow arrow) throws XMLStreamException {
        xml.writeEmptyElement("polyline");
        attributes(
                "points",
                points(arrow.shaft()),
                "fill",
                "none",
                "stroke",
                "#000000",
                "stroke-width",
                number(FlowDiagram.STROKE));
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
        attributes("fill", String.format(Locale.ROOT, "#%06X", fill.rgb()));
        if (fill.outlined()) {
            attributes("stroke", "#000000", "stroke-width", number(FlowDiagram.STROKE));
        }
        line();
    }

    private void text(TextLine line, boolean upwards) throws XMLStreamException {
        xml.writeStartElement("text");
        attributes("x", number(line.x()), "y", number(line.baseline()));
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

    private static String points(List<Point> points) {
        return points.stream().map(p -> number(p.x()) + "," + number(p.y())).collect(Collectors.joining(" "));
    }

    private static String number(double n) {
        return String.format(Locale.ROOT, "%.2f", n);
    }
}
