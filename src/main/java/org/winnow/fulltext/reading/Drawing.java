package org.winnow.fulltext.reading;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.rendering.RenderDestination;
import org.winnow.fulltext.annotation.MarksOfPdf;

/** Draws pages, and can be stopped between any two operators of a page. */
final class Drawing extends PDFRenderer {
    /** A page scanned at 600 dpi in A3 has 70 million; a picture with more than this is left white. */
    private static final long MOST_PIXELS_OF_AN_IMAGE = 200_000_000;

    private Runnable tick = () -> {};
    private volatile Set<UUID> hidden = Set.of();

    Drawing(PDDocument document) {
        super(document);
        setSubsamplingAllowed(true);
    }

    /** Marks that stand in the file and are not drawn from now on. */
    void hide(Set<UUID> marks) {
        hidden = Set.copyOf(marks);
    }

    /**
     * Draws a part of a page.
     *
     * @param size of the page as seen without turning it
     * @param tick called before every operator; what it throws ends the drawing
     */
    Picture draw(PageSize size, View view, View.Part part, Runnable tick) throws IOException {
        this.tick = tick;
        Set<UUID> without = hidden;
        setAnnotationsFilter(a -> {
            UUID id = without.isEmpty() ? null : MarksOfPdf.idOf(a, view.page());
            return id == null || !without.contains(id);
        });
        BufferedImage image = new BufferedImage(part.width(), part.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            // PDFBox clears the page to this before it draws it.
            pen.setBackground(Color.WHITE);
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, part.width(), part.height());
            pen.clipRect(0, 0, part.width(), part.height());
            pen.translate(-part.x(), -part.y());
            pen.transform(turn(view, size));
            renderPageToGraphics(view.page() - 1, pen, view.scale(), view.scale(), RenderDestination.VIEW);
        } finally {
            pen.dispose();
            this.tick = () -> {};
        }
        return new Picture(
                part.width(), part.height(), ((DataBufferInt) image.getRaster().getDataBuffer()).getData());
    }

    private static AffineTransform turn(View view, PageSize size) {
        double width = size.width() * view.scale();
        double height = size.height() * view.scale();
        AffineTransform turn =
                switch (view.turns()) {
                    case 1 -> AffineTransform.getTranslateInstance(height, 0);
                    case 2 -> AffineTransform.getTranslateInstance(width, height);
                    case 3 -> AffineTransform.getTranslateInstance(0, width);
                    default -> new AffineTransform();
                };
        turn.quadrantRotate(view.turns());
        return turn;
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        PageDrawer drawer = new Stoppable(parameters);
        drawer.setAnnotationFilter(getAnnotationsFilter());
        return drawer;
    }

    private final class Stoppable extends PageDrawer {
        Stoppable(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            tick.run();
            super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            if ((long) image.getWidth() * image.getHeight() <= MOST_PIXELS_OF_AN_IMAGE) {
                super.drawImage(image);
            }
        }
    }
}
