package org.winnow.fulltext.reading;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.winnow.fulltext.Pdf;
import org.winnow.fulltext.layout.Pages;
import org.winnow.work.Progress;

/**
 * Draws and reads a page of its own: the fonts of this computer are looked through and what drawing needs is loaded before
 * the first paper is opened, which then has its first page sooner.
 */
public final class WarmUp {
    private static final float SIDE = 200;

    /**
     * As often as it takes the machine to compile what drawing does most. Of the first page of a paper, 1,200 ms of
     * processor time without this, 400 are left after one time, 280 after eight, and 200 at rest.
     */
    private static final int TIMES = 8;

    private WarmUp() {}

    /** Takes a second or two, once; beside what the person does. */
    public static void run(Progress progress) {
        try {
            byte[] page = page();
            for (int time = 0; time < TIMES; time++) {
                draw(page, progress);
            }
        } catch (IOException e) {
            throw new IllegalStateException("a page of our own cannot be read", e);
        }
    }

    private static void draw(byte[] page, Progress progress) throws IOException {
        try (PDDocument document = Loader.loadPDF(page)) {
            View view = new View(1, 1, 0);
            PageSize size = new PageSize(SIDE, SIDE);
            new Drawing(document).draw(size, view, view.whole(size), progress::check, Pdf::reason);
            Pages.one(document, 1, progress::check);
        }
    }

    private static byte[] page() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(SIDE, SIDE));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                float y = SIDE;
                for (FontName font : new FontName[] {FontName.TIMES_ROMAN, FontName.HELVETICA_BOLD}) {
                    y -= 20;
                    content.beginText();
                    content.setFont(new PDType1Font(font), 10);
                    content.newLineAtOffset(10, y);
                    content.showText("Patients were drawn by lot, 1 to 2 (p < 0.05).");
                    content.endText();
                }
                BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
                content.drawImage(LosslessFactory.createFromImage(document, picture), 10, 60, 20, 20);
                content.drawImage(JPEGFactory.createFromImage(document, picture), 40, 60, 20, 20);
                content.addRect(10, 10, 100, 20);
                content.fill();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
