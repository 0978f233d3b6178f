package org.winnow.prisma;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.winnow.model.UserException;

/** Writes the diagram as pixels, 300 to the inch as journals ask, and says so in the file. */
final class PngWriter {
    private static final int DPI = 300;
    private static final String FORMAT = "javax_imageio_png_1.0";

    /** About 400 MB of memory while painting. */
    private static final double MOST_PIXELS = 100e6;

    private PngWriter() {}

    static byte[] bytes(FlowDiagram diagram) {
        double scale = DPI / 72.0;
        if (diagram.width() * diagram.height() * scale * scale > MOST_PIXELS) {
            throw new UserException("The diagram is too long for an image of " + DPI
                    + " dots per inch. Save it as .pdf or .svg instead, or use fewer reasons for exclusion.");
        }
        try (PDDocument document = Loader.loadPDF(PdfWriter.bytes(diagram))) {
            return encoded(new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.RGB));
        } catch (IOException e) {
            throw new UncheckedIOException("The drawing cannot be written as PNG.", e);
        }
    }

    private static byte[] encoded(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            IIOMetadata metadata = writer.getDefaultImageMetadata(
                    ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
            metadata.mergeTree(FORMAT, resolution());
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The pHYs chunk: pixels per metre. */
    private static IIOMetadataNode resolution() {
        String perMetre = Long.toString(Math.round(DPI / 0.0254));
        IIOMetadataNode node = new IIOMetadataNode("pHYs");
        node.setAttribute("pixelsPerUnitXAxis", perMetre);
        node.setAttribute("pixelsPerUnitYAxis", perMetre);
        node.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        root.appendChild(node);
        return root;
    }
}
