package org.winnow.fulltext.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationInk;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLine;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationMarkup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPolygon;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationStrikeout;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.AnnotationKind;
import org.winnow.model.MarkColour;
import org.winnow.model.Quad;
import org.winnow.work.Progress;

/** What other programs draw on a page is read as what it is nearest to, and stays what it is in a copy. */
class ForeignMarksTest {
    private static final float[] WORDS = {72, 710, 200, 710, 72, 698, 200, 698};
    private static final List<String> DRAWN = List.of("Ink", "Polygon", "Line", "StrikeOut", "Highlight");

    @TempDir
    Path folder;

    private Path paper = Path.of("");

    /** Marks without pictures or names, the last with a window and a reply; and an entry of the list that is none. */
    @BeforeEach
    void print() throws IOException {
        paper = folder.resolve("paper.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDAnnotationInk ink = new PDAnnotationInk();
            ink.setInkList(new float[][] {{100, 300, 150, 350}, {150, 300, 100, 350}});
            PDAnnotationPolygon polygon = new PDAnnotationPolygon();
            polygon.setVertices(new float[] {200, 300, 250, 300, 225, 340});
            PDAnnotationLine line = new PDAnnotationLine();
            line.setLine(new float[] {300, 300, 350, 300});
            PDAnnotationStrikeout strikeout = new PDAnnotationStrikeout();
            strikeout.setQuadPoints(WORDS);
            PDAnnotationHighlight highlight = new PDAnnotationHighlight();
            highlight.setQuadPoints(WORDS);
            List<PDAnnotation> all = new ArrayList<>();
            for (PDAnnotationMarkup mark : List.of(ink, polygon, line, strikeout, highlight)) {
                mark.setRectangle(new PDRectangle(90, 290, 300, 430));
                mark.setContents("see " + mark.getSubtype());
                all.add(mark);
            }
            PDAnnotationPopup window = new PDAnnotationPopup();
            window.setParent(highlight);
            window.setRectangle(new PDRectangle(400, 600, 100, 50));
            highlight.setPopup(window);
            PDAnnotationText reply = new PDAnnotationText();
            reply.setRectangle(new PDRectangle(72, 650, 20, 18));
            reply.setContents("agreed");
            reply.setInReplyTo(highlight);
            all.add(window);
            all.add(reply);
            page.setAnnotations(all);
            page.getCOSObject().getCOSArray(COSName.ANNOTS).add(COSNull.NULL);
            document.save(paper.toFile());
        }
    }

    @Test
    void drawingsAreAreasAroundWhatIsDrawnWithTheirNotes() {
        List<PdfMark> marks = read(paper);

        assertThat(marks)
                .extracting(PdfMark::kind)
                .containsExactly(
                        AnnotationKind.AREA,
                        AnnotationKind.AREA,
                        AnnotationKind.AREA,
                        AnnotationKind.UNDERLINE,
                        AnnotationKind.HIGHLIGHT,
                        AnnotationKind.NOTE);
        assertThat(marks)
                .extracting(PdfMark::comment)
                .containsExactly("see Ink", "see Polygon", "see Line", "see StrikeOut", "see Highlight", "agreed");
        assertThat(marks.get(0).anchor().quads()).containsExactly(Quad.upright(99, 299, 151, 351));
        assertThat(marks.get(2).anchor().quads()).containsExactly(Quad.upright(299, 299, 351, 301));
    }

    @Test
    void aCopyHasEachOnceAsWhatItWasWithAPictureEvenWhereItsNoteAndColourAreOthersNow() throws IOException {
        List<PdfMark> marks = read(paper);
        List<PdfMark> changed = marks.stream().map(ForeignMarksTest::changed).toList();

        for (List<PdfMark> wanted : List.of(marks, changed)) {
            Path copy = written(paper, wanted, Set.of());
            assertThat(read(copy)).containsExactlyElementsOf(wanted);
            assertThat(read(written(copy, wanted, Set.of()))).containsExactlyElementsOf(wanted);
            try (PDDocument document = Loader.loadPDF(copy.toFile())) {
                List<PDAnnotationMarkup> there = new PageAnnotations(document.getPage(0)).markups();
                assertThat(there).extracting(PDAnnotation::getSubtype).startsWith(DRAWN.toArray(String[]::new));
                assertThat(there).allSatisfy(mark -> assertThat(mark.getNormalAppearanceStream())
                        .as(mark.getSubtype())
                        .isNotNull());
                assertThat(there.getLast().getInReplyTo().getCOSObject())
                        .isSameAs(there.get(4).getCOSObject());
            }
        }
    }

    @Test
    void whatIsTakenAwayTakesItsWindowAlongAndRepliesToItStandForThemselves() throws IOException {
        List<PdfMark> marks = read(paper);
        PdfMark reply = marks.getLast();
        Set<UUID> gone = new HashSet<>(marks.stream().map(PdfMark::id).toList());
        gone.remove(reply.id());

        try (PDDocument document =
                Loader.loadPDF(written(paper, List.of(reply), gone).toFile())) {
            List<PDAnnotation> there = new ArrayList<>(document.getPage(0).getAnnotations());
            assertThat(there).extracting(PDAnnotation::getSubtype).containsExactly("Text");
            assertThat(((PDAnnotationText) there.get(0)).getInReplyTo()).isNull();
        }
    }

    private static PdfMark changed(PdfMark mark) {
        return new PdfMark(
                mark.id(),
                mark.author(),
                mark.made(),
                mark.kind(),
                new MarkColour(0x5FB236),
                mark.anchor(),
                mark.comment() + ", seen",
                "Wrong design",
                mark.tag());
    }

    private Path written(Path from, List<PdfMark> marks, Set<UUID> without) {
        Path out = folder.resolve("copy-of-" + from.getFileName());
        AnnotatedCopy.write(from, "", marks, without, out, Progress.NONE);
        return out;
    }

    private static List<PdfMark> read(Path file) {
        return MarksOfPdf.of(file, "", Progress.NONE);
    }
}
