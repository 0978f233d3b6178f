package org.winnow.fulltext;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A picture of the first page of a PDF, by which a person knows what it is.
 *
 * @param pixels alpha, red, green and blue in a byte each, row by row
 */
public record FirstPage(int width, int height, int[] pixels) {
    private static final int LONGEST = 1600;

    /**
     * Draws it; empty where the file cannot be read.
     *
     * @param width wanted, in pixels
     */
    public static Optional<FirstPage> of(Path file, int width) {
        try (PDDocument document = Pdf.open(file, "")) {
            PDRectangle box = document.getPage(0).getCropBox();
            float longest = Math.max(1, Math.max(box.getWidth(), box.getHeight()));
            float scale = Math.min(width / Math.max(1, box.getWidth()), LONGEST / longest);
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            BufferedImage image = renderer.renderImage(0, scale, ImageType.RGB);
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            return Optional.of(new FirstPage(image.getWidth(), image.getHeight(), pixels));
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            return Optional.empty();
        }
    }
}
