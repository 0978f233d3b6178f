package org.winnow.prisma;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.winnow.model.UserException;

/** Writes the diagram as pixels, PNG or TIFF, and says in the file how many of them make an inch. */
final class PixelWriter {
    private static final String PNG = "javax_imageio_png_1.0";
    private static final String STANDARD = "javax_imageio_1.0";

    /** About 400 MB of memory while painting. */
    private static final double MOST_PIXELS = 100e6;

    private static final double MM_PER_INCH = 25.4;

    private PixelWriter() {}

    /** @param format png or tiff */
    static byte[] bytes(FlowDiagram diagram, String format, int dpi) {
        double scale = dpi / 72.0;
        if (diagram.width() * diagram.height() * scale * scale > MOST_PIXELS) {
            int most = (int) (72 * Math.sqrt(MOST_PIXELS / diagram.width() / diagram.height()));
            throw new UserException("The diagram is too large for an image of " + dpi + " dots per inch. Choose up to "
                    + most + ", or save it as .pdf or .svg, which are sharp at any size.");
        }
        try (PDDocument document = Loader.loadPDF(PdfWriter.bytes(diagram))) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.RGB);
            return encoded(image, format, dpi);
        } catch (IOException e) {
            throw new UncheckedIOException("The drawing cannot be written as " + format + ".", e);
        }
    }

    private static byte[] encoded(BufferedImage image, String format, int dpi) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (format.equals("tiff")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionType("LZW");
            }
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), how);
            if (format.equals("png")) {
                metadata.mergeTree(PNG, perMetre(dpi));
            } else {
                metadata.mergeTree(STANDARD, pixelSize(dpi));
            }
            writer.write(null, new IIOImage(image, null, metadata), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** PNG's pHYs chunk: pixels per metre. */
    private static IIOMetadataNode perMetre(int dpi) {
        String perMetre = Long.toString(Math.round(dpi / 0.0254));
        IIOMetadataNode node = new IIOMetadataNode("pHYs");
        node.setAttribute("pixelsPerUnitXAxis", perMetre);
        node.setAttribute("pixelsPerUnitYAxis", perMetre);
        node.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode(PNG);
        root.appendChild(node);
        return root;
    }

    /** The size of a pixel in millimetres; the TIFF plug-in makes its resolution tags of it. */
    private static IIOMetadataNode pixelSize(int dpi) {
        IIOMetadataNode dimension = new IIOMetadataNode("Dimension");
        for (String name : new String[] {"HorizontalPixelSize", "VerticalPixelSize"}) {
            IIOMetadataNode node = new IIOMetadataNode(name);
            node.setAttribute("value", Double.toString(MM_PER_INCH / dpi));
            dimension.appendChild(node);
        }
        IIOMetadataNode root = new IIOMetadataNode(STANDARD);
        root.appendChild(dimension);
        return root;
    }
}
