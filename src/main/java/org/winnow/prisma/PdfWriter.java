package org.winnow.prisma;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.winnow.document.PdfStructure;
import org.winnow.prisma.FlowDiagram.Arrow;
import org.winnow.prisma.FlowDiagram.Box;
import org.winnow.prisma.FlowDiagram.Note;
import org.winnow.prisma.FlowDiagram.Shape;
import org.winnow.prisma.FlowDiagram.SideBar;
import org.winnow.prisma.FlowDiagram.TextLine;
import org.winnow.prisma.FlowDiagram.TitleBar;

/**
 * Writes the diagram as one PDF page: vectors, the used part of the font embedded, text that can be selected, and a
 * structure that a screen reader follows box by box.
 */
final class PdfWriter {
    private final FlowDiagram diagram;
    private final PDPageContentStream page;
    private final PdfBrush brush;
    private final PdfStructure structure;

    private PdfWriter(FlowDiagram diagram, PDPageContentStream page, PdfBrush brush, PdfStructure structure) {
        this.diagram = diagram;
        this.page = page;
        this.brush = brush;
        this.structure = structure;
    }

    static byte[] bytes(FlowDiagram diagram) {
        try (PDDocument document = new PDDocument();
                InputStream fontFile = TextMeasure.fontFile()) {
            PDPage sheet = new PDPage(new PDRectangle((float) diagram.width(), (float) diagram.height()));
            document.addPage(sheet);
            PDFont font = PDType0Font.load(document, fontFile, true);
            PdfStructure structure = new PdfStructure(document);
            structure.describe(diagram.title(), diagram.description());
            structure.page(sheet);
            try (PDPageContentStream page = new PDPageContentStream(document, sheet)) {
                PdfBrush brush = new PdfBrush(page, font, new TextMeasure(), diagram);
                new PdfWriter(diagram, page, brush, structure).draw();
            }
            structure.finish();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The drawing cannot be written as PDF.", e);
        }
    }

    private void draw() throws IOException {
        structure.ornament(page);
        brush.page();
        page.endMarkedContent();
        for (Shape shape : diagram.shapes()) {
            shape(shape);
        }
    }

    private void shape(Shape shape) throws IOException {
        switch (shape) {
            case Box b -> {
                ground(() -> brush.rectangle(b.x(), b.y(), b.w(), b.h(), 0, b.fill()));
                text("P", b.lines(), false);
            }
            case TitleBar b -> {
                ground(() -> brush.rectangle(b.x(), b.y(), b.w(), b.h(), b.radius(), b.fill()));
                text("H1", b.lines(), false);
            }
            case SideBar b -> {
                ground(() -> brush.rectangle(b.x(), b.y(), b.w(), b.h(), b.radius(), b.fill()));
                text("H2", List.of(b.line()), true);
            }
            case Note n -> text("P", List.of(n.line()), false);
            case Arrow a -> ground(() -> brush.arrow(a));
        }
    }

    private interface Strokes {
        void draw() throws IOException;
    }

    private void ground(Strokes strokes) throws IOException {
        structure.ornament(page);
        strokes.draw();
        page.endMarkedContent();
    }

    private void text(String role, List<TextLine> lines, boolean upwards) throws IOException {
        String said = lines.stream().map(TextLine::text).collect(Collectors.joining(" "));
        structure.element(page, role, said, structure.whole());
        for (TextLine line : lines) {
            brush.text(line, upwards);
        }
        page.endMarkedContent();
    }
}
