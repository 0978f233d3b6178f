package org.winnow.fulltext.annotation;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.winnow.model.Quad;

/**
 * The picture of a highlight: its quads filled, the words below showing through. That of PDFBox bulges on pages that are
 * turned by 180 or 270 degrees.
 */
final class HighlightPicture {
    private HighlightPicture() {}

    static void draw(PDDocument document, PDAnnotationHighlight highlight, PdfMark mark) throws IOException {
        // A few programs have a rectangle elsewhere than the words.
        highlight.setRectangle(MarkPlace.around(mark.anchor().quads()));
        PDAppearanceStream picture = new PDAppearanceStream(document);
        picture.setResources(new PDResources());
        picture.setBBox(highlight.getRectangle());
        PDExtendedGraphicsState multiplied = new PDExtendedGraphicsState();
        multiplied.setBlendMode(BlendMode.MULTIPLY);
        try (PDPageContentStream content = new PDPageContentStream(document, picture)) {
            content.setGraphicsStateParameters(multiplied);
            content.setNonStrokingColor(AnnotatedCopy.colour(mark.colour()));
            for (Quad quad : mark.anchor().quads()) {
                content.moveTo(quad.x1(), quad.y1());
                content.lineTo(quad.x2(), quad.y2());
                content.lineTo(quad.x4(), quad.y4());
                content.lineTo(quad.x3(), quad.y3());
                content.closePath();
                content.fill();
            }
        }
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(picture);
        highlight.setAppearance(appearance);
    }
}
