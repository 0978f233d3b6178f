package org.winnow.fulltext.annotation;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationMarkup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.winnow.model.MarkColour;
import org.winnow.model.Quad;

/** Gives annotations the pictures without which several readers show nothing of them. */
final class MarkPicture {
    /** What a line is drawn in that has no colour of its own. */
    private static final MarkColour INK = new MarkColour(0);

    private MarkPicture() {}

    /** Draws an annotation that has no picture yet; its place stays what it was. */
    static void give(PDDocument document, PDAnnotationMarkup annotation, PdfMark mark) throws IOException {
        if (annotation.getAppearance() != null) {
            return;
        }
        if (annotation instanceof PDAnnotationHighlight highlight) {
            HighlightPicture.draw(document, highlight, mark);
        } else {
            constructed(document, annotation);
        }
        keepPlace(annotation, mark);
    }

    private static void constructed(PDDocument document, PDAnnotationMarkup annotation) throws IOException {
        PDColor colour = annotation.getColor();
        boolean bare = colour == null || colour.getComponents().length == 0;
        // The colour of free text is that of its ground, and none is none; a note without one is white.
        if (bare && !(annotation instanceof PDAnnotationFreeText) && !(annotation instanceof PDAnnotationText)) {
            COSDictionary dictionary = annotation.getCOSObject();
            var before = dictionary.getItem(COSName.C);
            annotation.setColor(AnnotatedCopy.colour(INK));
            annotation.constructAppearances(document);
            dictionary.setItem(COSName.C, before);
        } else {
            annotation.constructAppearances(document);
        }
        if (annotation instanceof PDAnnotationText note && note.getAppearance() == null) {
            // Icons that a program has of its own are shown as a sheet of paper.
            var before = note.getCOSObject().getItem(COSName.NAME);
            note.setName(PDAnnotationText.NAME_NOTE);
            note.constructAppearances(document);
            note.getCOSObject().setItem(COSName.NAME, before);
        }
    }

    /** Draws an annotation anew that looks otherwise now; one that cannot be drawn keeps its picture. */
    static void redraw(PDDocument document, PDAnnotationMarkup annotation, PdfMark mark) throws IOException {
        if (annotation instanceof PDAnnotationRubberStamp) {
            return;
        }
        PDAppearanceDictionary before = annotation.getAppearance();
        annotation.setAppearance(null);
        give(document, annotation, mark);
        if (annotation.getAppearance() == null) {
            annotation.setAppearance(before);
        }
    }

    /** The rectangle has grown with the picture where that needs more room. */
    private static void keepPlace(PDAnnotationMarkup annotation, PdfMark mark) {
        List<Quad> quads = mark.anchor().quads();
        if (!MarksOfPdf.place(annotation).equals(quads)) {
            MarksOfPdf.keep(annotation, MarksOfPdf.PLACE, Quad.text(quads));
        }
        name(annotation, mark);
    }

    /** By which it is known wherever else it is read; made of its place and words it would be another with them. */
    static void name(PDAnnotationMarkup annotation, PdfMark mark) {
        String name = annotation.getAnnotationName();
        if (name == null || name.isEmpty()) {
            annotation.setAnnotationName(mark.id().toString());
        }
    }
}
