package org.winnow.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.winnow.document.Document.Column;
import org.winnow.document.Document.Heading;
import org.winnow.document.Document.Listing;
import org.winnow.document.Document.Table;
import org.winnow.document.Document.Text;

/** A document as A4 pages, tagged; tables repeat their heads on every page. */
final class PdfPages implements AutoCloseable {
    private static final double MARGIN = 48;
    private static final double PAD = 4;
    private static final double BODY = 9;
    private static final double LEADING = 1.28;

    private final PDDocument pdf = new PDDocument();
    private final PdfType type;
    private final PdfStructure structure = new PdfStructure(pdf);
    private final PDRectangle size;
    private PDPageContentStream page;
    private double y;

    private PdfPages(Document document) throws IOException {
        boolean wide = document.blocks().stream()
                .anyMatch(b -> b instanceof Table table && table.columns().size() > 3);
        PDRectangle a4 = PDRectangle.A4;
        this.size = wide ? new PDRectangle(a4.getHeight(), a4.getWidth()) : a4;
        this.type = new PdfType(pdf);
        structure.describe(document.title(), "");
        this.page = newPage();
    }

    static byte[] of(Document document) {
        try (PdfPages pages = new PdfPages(document)) {
            pages.paragraph("H1", document.title(), 16);
            for (Document.Block block : document.blocks()) {
                pages.block(block);
            }
            return pages.finished();
        } catch (IOException e) {
            throw new UncheckedIOException("The document cannot be written as PDF.", e);
        }
    }

    private byte[] finished() throws IOException {
        page.close();
        structure.finish();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }

    private PDPageContentStream newPage() throws IOException {
        PDPage sheet = new PDPage(size);
        pdf.addPage(sheet);
        structure.page(sheet);
        y = size.getHeight() - MARGIN;
        return new PDPageContentStream(pdf, sheet);
    }

    private void turn() throws IOException {
        page.close();
        page = newPage();
    }

    private void block(Document.Block block) throws IOException {
        switch (block) {
            case Heading h -> paragraph("H" + Math.min(6, h.level() + 1), h.text(), h.level() == 1 ? 13 : 11);
            case Text t -> paragraph("P", t.text(), BODY + 1);
            case Listing l -> paragraph("P", String.join("\n", l.lines()), BODY);
            case Table t -> table(t);
        }
    }

    private double width() {
        return size.getWidth() - 2 * MARGIN;
    }

    private void paragraph(String role, String text, double points) throws IOException {
        List<String> lines = type.lines(text, points, width());
        double leading = points * LEADING;
        y -= role.startsWith("H") ? points * 0.6 : 0;
        int from = 0;
        while (from < lines.size()) {
            int fit = (int) Math.max(0, (y - MARGIN) / leading);
            if (fit == 0 || role.startsWith("H") && y - MARGIN < 4 * leading) {
                turn();
                continue;
            }
            List<String> here = lines.subList(from, Math.min(lines.size(), from + fit));
            structure.element(page, role, String.join(" ", here), structure.whole());
            for (String line : here) {
                y -= leading;
                write(line, MARGIN, y + 0.25 * points, points);
            }
            page.endMarkedContent();
            from += here.size();
        }
        y -= points * 0.5;
    }

    private void write(String line, double x, double baseline, double points) throws IOException {
        page.beginText();
        page.setFont(type.font(), (float) points);
        page.newLineAtOffset((float) x, (float) baseline);
        page.showText(line);
        page.endText();
    }

    private void table(Table table) throws IOException {
        if (!table.caption().isEmpty()) {
            paragraph("P", table.caption(), BODY + 1);
        }
        double all = table.columns().stream().mapToDouble(Column::share).sum();
        double[] widths = table.columns().stream()
                .mapToDouble(c -> width() * c.share() / all)
                .toArray();
        PDStructureElement tag = structure.part("Table", structure.whole());
        List<List<String>> head =
                broken(table.columns().stream().map(Column::title).toList(), widths);
        row(head, widths, tag, "TH");
        for (List<String> cells : table.texts()) {
            List<List<String>> left = broken(cells, widths);
            while (!left.isEmpty()) {
                int room = (int) ((y - MARGIN - 2 * PAD) / (BODY * LEADING));
                int most = left.stream().mapToInt(List::size).max().orElse(1);
                boolean tall = most > (size.getHeight() - 2 * MARGIN) / (BODY * LEADING) - head.size() - 4;
                if (room < 1 || room < most && !tall) {
                    turn();
                    row(head, widths, tag, "TH");
                    room = (int) ((y - MARGIN - 2 * PAD) / (BODY * LEADING));
                }
                int here = Math.max(1, room);
                row(
                        left.stream()
                                .map(c -> c.subList(0, Math.min(here, c.size())))
                                .toList(),
                        widths,
                        tag,
                        "TD");
                List<List<String>> rest = left.stream()
                        .map(c -> c.subList(Math.min(here, c.size()), c.size()))
                        .toList();
                left = rest.stream().allMatch(List::isEmpty) ? List.of() : rest;
            }
        }
        y -= BODY;
    }

    private List<List<String>> broken(List<String> cells, double[] widths) {
        List<List<String>> broken = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            broken.add(type.lines(cells.get(i), BODY, widths[i] - 2 * PAD));
        }
        return broken;
    }

    private void row(List<List<String>> cells, double[] widths, PDStructureElement table, String role)
            throws IOException {
        int most = cells.stream().mapToInt(List::size).max().orElse(1);
        double height = most * BODY * LEADING + 2 * PAD;
        structure.ornament(page);
        double x = MARGIN;
        page.setLineWidth(0.5f);
        page.setStrokingColor(0.6f);
        for (double width : widths) {
            page.addRect((float) x, (float) (y - height), (float) width, (float) height);
            if (role.equals("TH")) {
                page.setNonStrokingColor(0.9f);
                page.fillAndStroke();
            } else {
                page.stroke();
            }
            x += width;
        }
        page.setNonStrokingColor(0f);
        page.endMarkedContent();
        PDStructureElement tag = structure.part("TR", table);
        x = MARGIN;
        for (int i = 0; i < widths.length; i++) {
            structure.element(page, role, String.join(" ", cells.get(i)), tag);
            double baseline = y - PAD - BODY;
            for (String line : cells.get(i)) {
                write(line, x + PAD, baseline, BODY);
                baseline -= BODY * LEADING;
            }
            page.endMarkedContent();
            x += widths[i];
        }
        y -= height;
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
