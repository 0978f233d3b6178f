package org.winnow.fulltext.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.AnnotationFilter;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.rendering.RenderDestination;

/** Draws pages of one document, one at a time. */
public final class CarefulRenderer extends PDFRenderer {
    /** Different things that are told about one page. */
    private static final int MOST_REMARKS = 5;

    private final PDDocument document;
    private final Set<String> remarks = new LinkedHashSet<>();
    private Runnable tick = () -> {};
    private float scale = 1;

    public CarefulRenderer(PDDocument document) {
        super(document);
        this.document = document;
        setSubsamplingAllowed(true);
    }

    /**
     * Draws a page into a picture that is white.
     *
     * @param page from 1
     * @param scale pixels a point
     * @param onto where the page lies in the picture
     * @param marks which of the annotations are drawn
     * @param tick called often; what it throws ends the drawing, and what was drawn until then stands in the picture
     */
    public void draw(
            int page, float scale, AffineTransform onto, BufferedImage picture, AnnotationFilter marks, Runnable tick)
            throws IOException {
        this.tick = tick;
        this.scale = scale;
        remarks.clear();
        Allowance.renew();
        setAnnotationsFilter(marks);
        Graphics2D pen = picture.createGraphics();
        try {
            // PDFBox clears the page to this before it draws it.
            pen.setBackground(Color.WHITE);
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
            pen.clipRect(0, 0, picture.getWidth(), picture.getHeight());
            pen.transform(onto);
            Unpacked.check(document.getPage(page - 1), tick);
            renderPageToGraphics(page - 1, pen, scale, scale, RenderDestination.VIEW);
        } finally {
            pen.dispose();
            this.tick = () -> {};
        }
    }

    /** What the last page had that was left out, as "a picture of 30000 by 30000 dots"; empty where nothing was. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** Pixels a point. */
    float scale() {
        return scale;
    }

    void tick() {
        tick.run();
    }

    void remark(String leftOut) {
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(leftOut);
        }
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        PageDrawer drawer = new CarefulDrawer(parameters, this);
        drawer.setAnnotationFilter(getAnnotationsFilter());
        return drawer;
    }
}
