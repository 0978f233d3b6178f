package org.winnow.fulltext;

import java.awt.geom.AffineTransform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/**
 * The words that were recognised on the pages of a scan, as a PDF of its own with pages of the same size: a letter has the
 * same place there as on the page that is seen. The scan itself is never changed.
 */
final class WordsFile {
    private WordsFile() {}

    /** @param text the recogniser's PDF, whose pages are as large as the pictures that it was given */
    static byte[] laidOver(Path scan, String password, Path text) throws IOException {
        try (PDDocument pages = Pdf.open(scan, password);
                PDDocument words = Pdf.open(text, "")) {
            int both = Math.min(pages.getNumberOfPages(), words.getNumberOfPages());
            for (int i = 0; i < both; i++) {
                lay(words, words.getPage(i), pages.getPage(i));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            words.save(out);
            return out.toByteArray();
        }
    }

    private static void lay(PDDocument words, PDPage word, PDPage page) throws IOException {
        PDRectangle box = page.getCropBox();
        PDRectangle picture = word.getMediaBox();
        AffineTransform place = new AffineTransform();
        place.translate(box.getLowerLeftX(), box.getLowerLeftY());
        place.concatenate(turned(page.getRotation(), box));
        boolean lying = page.getRotation() % 180 != 0;
        place.scale(
                (lying ? box.getHeight() : box.getWidth()) / picture.getWidth(),
                (lying ? box.getWidth() : box.getHeight()) / picture.getHeight());
        try (PDPageContentStream before = new PDPageContentStream(words, word, AppendMode.PREPEND, true)) {
            before.transform(new Matrix(place));
        }
        word.setMediaBox(page.getMediaBox());
        word.setCropBox(box);
        word.setRotation(page.getRotation());
    }

    /** From the page as it is seen, its corner at the lower left, to the page as it is written. */
    private static AffineTransform turned(int clockwise, PDRectangle box) {
        return switch (Math.floorMod(clockwise, 360)) {
            case 90 -> new AffineTransform(0, 1, -1, 0, box.getWidth(), 0);
            case 180 -> new AffineTransform(-1, 0, 0, -1, box.getWidth(), box.getHeight());
            case 270 -> new AffineTransform(0, -1, 1, 0, 0, box.getHeight());
            default -> new AffineTransform();
        };
    }
}
