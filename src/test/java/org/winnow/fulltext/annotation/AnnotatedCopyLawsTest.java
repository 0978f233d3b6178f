package org.winnow.fulltext.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.GregorianCalendar;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationTextMarkup;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.winnow.fulltext.reading.Anchors;
import org.winnow.fulltext.reading.OpenPdf;
import org.winnow.fulltext.reading.TextLayer;
import org.winnow.model.Anchor;
import org.winnow.model.AnnotationKind;
import org.winnow.model.MarkColour;
import org.winnow.model.Quad;
import org.winnow.work.Progress;

/** What is written into a copy of a PDF is read out of it again, whatever it is and however often. */
class AnnotatedCopyLawsTest {
    private static Path folder = Path.of("");
    private static Path paper = Path.of("");

    @BeforeContainer
    static void print() throws IOException {
        folder = Files.createTempDirectory("winnow-marks");
        paper = folder.resolve("paper.pdf");
        print(paper, 0);
    }

    @AfterContainer
    static void discard() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Three pages, cropped off the origin, with a highlight by another program over "were randomised". */
    private static void print(Path file, int rotation) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 3; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                page.setCropBox(new PDRectangle(20, 30, 550, 780));
                page.setRotation(rotation);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
                    content.newLineAtOffset(72, 700);
                    content.showText("Forty physicians were ran-");
                    content.newLineAtOffset(0, -12);
                    content.showText("domised to two arms.");
                    content.endText();
                }
            }
            document.save(file.toFile());
        }
    }

    @Provide
    Arbitrary<List<PdfMark>> marks() {
        Arbitrary<Float> place = Arbitraries.floats().between(-50, 900).ofScale(3);
        Arbitrary<Quad> quads = Combinators.combine(place, place, place, place)
                .as((x, y, w, h) -> Quad.upright(x, y, x + 1 + Math.abs(w) / 4, y + 1 + Math.abs(h) / 9));
        Arbitrary<String> texts = Arbitraries.oneOf(
                        Arbitraries.of("", "päper – “quoted”", "两个 \uD83D\uDE00", "a\nb", "(x\\) y"),
                        Arbitraries.strings().ascii().ofMaxLength(20))
                .map(text ->
                        text.replaceAll("[\\x00-\\x09\\x0b-\\x1f\\x7f]", " ").strip());
        Arbitrary<AnnotationKind> kinds = Arbitraries.of(AnnotationKind.class);
        Arbitrary<Anchor> anchors = Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(1, 3),
                        quads.list().ofMinSize(1).ofMaxSize(4),
                        texts)
                .as((kind, page, all, text) -> new Anchor(page, all, text, text + "<", ">" + text));
        return Combinators.combine(
                        anchors,
                        kinds,
                        texts,
                        texts,
                        Arbitraries.integers().between(0, 0xFFFFFF),
                        Arbitraries.integers().between(0, Integer.MAX_VALUE))
                .as((anchor, kind, author, comment, rgb, time) -> new PdfMark(
                        UUID.randomUUID(),
                        author,
                        Instant.ofEpochSecond(time),
                        kind,
                        new MarkColour(rgb),
                        markedPlace(kind, anchor),
                        comment,
                        author + "!",
                        comment.replace("\n", "")))
                .list()
                .ofMaxSize(6);
    }

    private static Anchor markedPlace(AnnotationKind kind, Anchor anchor) {
        boolean one = kind == AnnotationKind.NOTE || kind == AnnotationKind.AREA;
        return one
                ? new Anchor(
                        anchor.page(), anchor.quads().subList(0, 1), anchor.quote(), anchor.prefix(), anchor.suffix())
                : anchor;
    }

    @Property(tries = 60)
    void whatWasWrittenIsReadAgain(@ForAll("marks") List<PdfMark> marks) {
        Path once = written(paper, marks, Set.of(), "once.pdf");
        assertThat(read(once)).containsExactlyInAnyOrderElementsOf(marks);

        Path twice = written(once, marks, Set.of(), "twice.pdf");
        assertThat(read(twice)).containsExactlyInAnyOrderElementsOf(marks);

        Set<UUID> gone = new HashSet<>(marks.stream().limit(2).map(PdfMark::id).toList());
        Path fewer = written(twice, List.of(), gone, "fewer.pdf");
        assertThat(read(fewer))
                .containsExactlyInAnyOrderElementsOf(marks.stream().skip(2).toList());
    }

    @Example
    void everyMarkHasWhatOtherProgramsShow() throws IOException {
        PdfMark mark = new PdfMark(
                UUID.randomUUID(),
                "Ada",
                Instant.parse("2026-01-02T03:04:05Z"),
                AnnotationKind.HIGHLIGHT,
                MarkColour.PALETTE.get(0),
                new Anchor(2, List.of(Quad.upright(72, 698, 200, 710)), "Forty physicians", "", ""),
                "n = 40",
                "Wrong design",
                "dose");

        try (PDDocument copy = Loader.loadPDF(
                written(paper, List.of(mark), Set.of(), "shown.pdf").toFile())) {
            PDAnnotation annotation = copy.getPage(1).getAnnotations().get(0);
            assertThat(annotation).isInstanceOf(PDAnnotationHighlight.class);
            assertThat(annotation.getNormalAppearanceStream()).isNotNull();
            assertThat(annotation.isPrinted()).isTrue();
            assertThat(annotation.getContents()).isEqualTo("n = 40");
            PDAnnotationTextMarkup markup = (PDAnnotationTextMarkup) annotation;
            assertThat(markup.getQuadPoints()).containsExactly(72, 710, 200, 710, 72, 698, 200, 698);
            assertThat(markup.getTitlePopup()).isEqualTo("Ada");
            assertThat(markup.getSubject()).isEqualTo("Wrong design; dose");
            assertThat(markup.getCreationDate().toInstant()).isEqualTo(mark.made());
        }
    }

    @Example
    void theWordsUnderAMarkOfAnotherProgramAreReadWhicheverSideOfThePageIsUp() throws IOException {
        for (int rotation : new int[] {0, 90, 180, 270}) {
            Path file = folder.resolve("turned-" + rotation + ".pdf");
            print(file, rotation);
            highlight(file);

            List<PdfMark> marks = read(file);

            assertThat(marks).hasSize(1);
            assertThat(marks.get(0).anchor().quote()).isEqualTo("were randomised");
            assertThat(marks.get(0).author()).isEqualTo("Smith");
            assertThat(marks.get(0).made()).isEqualTo(Instant.parse("2020-05-06T07:08:09Z"));
            assertThat(read(file)).isEqualTo(marks);
            assertThat(read(written(file, marks, Set.of(), "kept.pdf"))).isEqualTo(marks);
        }
    }

    /** The corners stand as the words are read, so that readers draw a line below them and not beside them. */
    @Example
    void aHighlightFillsItsQuadsWhicheverSideOfThePageIsUp() throws IOException {
        for (int rotation : new int[] {0, 90, 180, 270}) {
            Path file = folder.resolve("sideways-" + rotation + ".pdf");
            print(file, rotation);
            Anchor anchor;
            try (OpenPdf pdf = OpenPdf.open(file, "")) {
                TextLayer page = pdf.text(1, Progress.NONE);
                int at = page.text().indexOf("physicians");
                anchor = Anchors.of(page, at, at + "physicians".length());
            }
            Quad quad = anchor.quads().get(0);
            PdfMark mark = new PdfMark(
                    UUID.randomUUID(),
                    "Ada",
                    Instant.EPOCH,
                    AnnotationKind.HIGHLIGHT,
                    MarkColour.PALETTE.get(0),
                    anchor,
                    "",
                    "",
                    "");

            assertThat(quad).isEqualTo(Quad.upright(quad.left(), quad.bottom(), quad.right(), quad.top()));
            try (PDDocument copy = Loader.loadPDF(
                    written(file, List.of(mark), Set.of(), "filled.pdf").toFile())) {
                assertThat(new PDFRenderer(copy).renderImage(0, 1).getRGB(seenX(quad, rotation), seenY(quad, rotation)))
                        .isEqualTo(0xFF000000 | MarkColour.PALETTE.get(0).rgb());
            }
        }
    }

    /** The left end of the words, above the letters, in the crop box of {@link #print}. */
    private static int seenX(Quad quad, int rotation) {
        float x = quad.left() - 20 + 1;
        float y = quad.top() - 30 - 1;
        return (int) (rotation == 0 ? x : rotation == 90 ? y : rotation == 180 ? 550 - x : 780 - y);
    }

    private static int seenY(Quad quad, int rotation) {
        float x = quad.left() - 20 + 1;
        float y = quad.top() - 30 - 1;
        return (int) (rotation == 0 ? 780 - y : rotation == 90 ? x : rotation == 180 ? y : 550 - x);
    }

    private static void highlight(Path file) throws IOException {
        PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        float before = font.getStringWidth("Forty physicians ") / 100;
        float after = font.getStringWidth("domised") / 100;
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file))) {
            PDAnnotationHighlight mark = new PDAnnotationHighlight();
            mark.setRectangle(new PDRectangle(72, 685, 200, 25));
            mark.setQuadPoints(new float[] {
                72 + before,
                709,
                400,
                709,
                72 + before,
                698,
                400,
                698,
                72,
                697,
                72 + after,
                697,
                72,
                686,
                72 + after,
                686
            });
            mark.setColor(new PDColor(new float[] {1, 1, 0}, PDDeviceRGB.INSTANCE));
            mark.setTitlePopup("Smith");
            mark.setCreationDate(GregorianCalendar.from(
                    Instant.parse("2020-05-06T07:08:09Z").atZone(java.time.ZoneId.of("+02:00"))));
            document.getPage(0).setAnnotations(new ArrayList<>(List.of(mark)));
            document.save(file.toFile());
        }
    }

    private static Path written(Path from, List<PdfMark> marks, Set<UUID> without, String name) {
        Path out = folder.resolve(name);
        AnnotatedCopy.write(from, "", marks, without, out, Progress.NONE);
        return out;
    }

    private static List<PdfMark> read(Path file) {
        return MarksOfPdf.of(file, "", Progress.NONE);
    }
}
