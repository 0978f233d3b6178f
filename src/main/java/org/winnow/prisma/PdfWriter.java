package org.winnow.prisma;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;
import org.winnow.prisma.FlowDiagram.Arrow;
import org.winnow.prisma.FlowDiagram.Box;
import org.winnow.prisma.FlowDiagram.Fill;
import org.winnow.prisma.FlowDiagram.Note;
import org.winnow.prisma.FlowDiagram.Point;
import org.winnow.prisma.FlowDiagram.Shape;
import org.winnow.prisma.FlowDiagram.SideBar;
import org.winnow.prisma.FlowDiagram.TextLine;
import org.winnow.prisma.FlowDiagram.TitleBar;

/** Writes the diagram as one PDF page: vectors, the used part of the font embedded, text that can be selected. */
final class PdfWriter {
    /** How far the control points of a quarter circle stand from its ends, in radii. */
    private static final double QUARTER = 0.5523;

    /** Any fixed number: the same diagram gives the same bytes. */
    private static final long DOCUMENT_ID = 2020L;

    private final FlowDiagram diagram;
    private final PDPageContentStream page;
    private final PDFont font;
    private final TextMeasure measure;

    private PdfWriter(FlowDiagram diagram, PDPageContentStream page, PDFont font, TextMeasure measure) {
        this.diagram = diagram;
        this.page = page;
        this.font = font;
        this.measure = measure;
    }

    static byte[] bytes(FlowDiagram diagram) {
        try (PDDocument document = new PDDocument();
                InputStream fontFile = TextMeasure.fontFile()) {
            describe(document, diagram);
            PDPage sheet = new PDPage(new PDRectangle((float) diagram.width(), (float) diagram.height()));
            document.addPage(sheet);
            PDFont font = PDType0Font.load(document, fontFile, true);
            try (PDPageContentStream page = new PDPageContentStream(document, sheet)) {
                new PdfWriter(diagram, page, font, new TextMeasure()).draw();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The drawing cannot be written as PDF.", e);
        }
    }

    private static void describe(PDDocument document, FlowDiagram diagram) {
        document.setDocumentId(DOCUMENT_ID);
        document.getDocumentInformation().setTitle(diagram.title());
        document.getDocumentInformation().setSubject(diagram.description());
        document.getDocumentCatalog().setLanguage("en");
        PDViewerPreferences viewer =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        viewer.setDisplayDocTitle(true);
    }

    private void draw() throws IOException {
        page.setLineWidth((float) FlowDiagram.STROKE);
        for (Shape shape : diagram.shapes()) {
            shape(shape);
        }
    }

    private void shape(Shape shape) throws IOException {
        switch (shape) {
            case Box b -> {
                rectangle(b.x(), b.y(), b.w(), b.h(), 0, b.fill());
                for (TextLine line : b.lines()) {
                    text(line, false);
                }
            }
            case TitleBar b -> {
                rectangle(b.x(), b.y(), b.w(), b.h(), b.radius(), b.fill());
                text(b.line(), false);
            }
            case SideBar b -> {
                rectangle(b.x(), b.y(), b.w(), b.h(), b.radius(), b.fill());
                text(b.line(), true);
            }
            case Note n -> text(n.line(), false);
            case Arrow a -> arrow(a);
        }
    }

    private void arrow(Arrow arrow) throws IOException {
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

    private void rectangle(double x, double y, double w, double h, double radius, Fill fill) throws IOException {
        page.setNonStrokingColor(
                (fill.rgb() >> 16 & 0xFF) / 255f, (fill.rgb() >> 8 & 0xFF) / 255f, (fill.rgb() & 0xFF) / 255f);
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
        page.setNonStrokingColor(0f);
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

    private void text(TextLine line, boolean upwards) throws IOException {
        page.beginText();
        page.setFont(font, (float) FlowDiagram.FONT_SIZE);
        float x = (float) line.x();
        float y = flipped(line.baseline());
        page.setTextMatrix(upwards ? new Matrix(0, 1, -1, 0, x, y) : new Matrix(1, 0, 0, 1, x, y));
        page.showText(measure.drawable(line.text()));
        page.endText();
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
