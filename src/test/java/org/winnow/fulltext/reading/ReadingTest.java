package org.winnow.fulltext.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.fulltext.PaperFixture;
import org.winnow.fulltext.UnreadablePdf;
import org.winnow.fulltext.annotation.AnnotatedCopy;
import org.winnow.fulltext.annotation.PdfMark;
import org.winnow.fulltext.layout.Box;
import org.winnow.model.Anchor;
import org.winnow.model.AnnotationKind;
import org.winnow.model.MarkColour;
import org.winnow.model.PageSpan;
import org.winnow.model.Quad;
import org.winnow.work.Cancelled;
import org.winnow.work.Progress;

/** A PDF read page by page, on papers of our own. */
class ReadingTest {
    @TempDir
    Path folder;

    /** Two columns of eight lines; the last word of the first column goes on in the second. */
    private OpenPdf twoColumns() {
        PaperFixture paper = PaperFixture.paper();
        String[] left = {
            "Patients were drawn by lot from a",
            "list of all those who had come to",
            "the clinic, and were asked to take",
            "part. Those who agreed were given",
            "either the drug or nothing at all,",
            "and neither they nor their doctors",
            "knew which it was. The main out-",
            "come was survival after a year, al-"
        };
        String[] right = {
            "though others were written down.",
            "We found no difference between the",
            "groups. Survival was 81 % in one and",
            "80 % in the other. The na\u00EFve estimate",
            "of the authors was far higher than",
            "that, which they put down to how",
            "patients had been chosen in trials",
            "before this one was even begun."
        };
        for (int i = 0; i < left.length; i++) {
            paper.line(60, 100 + 12 * i, 10, false, left[i]).line(320, 100 + 12 * i, 10, false, right[i]);
        }
        return OpenPdf.open(paper.save(folder.resolve("two.pdf")), "");
    }

    @Test
    void aMarkThatWasChangedHereIsNoLongerInThePictureOfItsPage() {
        Path marked = folder.resolve("marked.pdf");
        UUID id = UUID.randomUUID();
        Quad place = Quad.upright(60, 500, 200, 560);
        PdfMark mark = new PdfMark(
                id,
                "Smith",
                Instant.EPOCH,
                AnnotationKind.AREA,
                new MarkColour(0xff0000),
                Anchor.at(1, place),
                "",
                "",
                "");
        twoColumns().close();
        AnnotatedCopy.write(folder.resolve("two.pdf"), "", List.of(mark), Set.of(), marked, Progress.NONE);
        try (OpenPdf pdf = OpenPdf.open(marked, "")) {
            assertThat(hasRed(pdf)).isTrue();
            pdf.hide(Set.of(UUID.randomUUID()));
            assertThat(hasRed(pdf)).isTrue();
            pdf.hide(Set.of(id));
            assertThat(hasRed(pdf)).isFalse();
        }
    }

    private static boolean hasRed(OpenPdf pdf) {
        View view = new View(1, 1, 0);
        int[] pixels = pdf.draw(view, view.whole(pdf.sizes(1, 1).get(0)), Progress.NONE)
                .pixels();
        return Arrays.stream(pixels).anyMatch(pixel -> pixel == 0xFFFF0000);
    }

    @Test
    void gettingReadyCanBeGivenUpAndNeedsNoFile() {
        WarmUp.run(Progress.NONE);
        Progress stopped = new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public void check() {
                throw new Cancelled();
            }
        };
        assertThatThrownBy(() -> WarmUp.run(stopped)).isInstanceOf(Cancelled.class);
    }

    @Test
    void aStretchOverTwoColumnsIsCopiedDownTheFirstAndThenTheSecondWithItsWordsMended() {
        try (OpenPdf pdf = twoColumns()) {
            TextLayer layer = pdf.text(1, Progress.NONE);
            int from = layer.nearest(60, 170);
            int to = layer.nearest(500, 96);
            assertThat(Quote.of(List.of(new Quote.Part(layer, from, to))))
                    .isEqualTo(
                            "knew which it was. The main outcome was survival after a year, although others were written down.");
        }
    }

    @Test
    void aStretchInOneColumnTakesNothingOfTheOther() {
        try (OpenPdf pdf = twoColumns()) {
            TextLayer layer = pdf.text(1, Progress.NONE);
            String text = layer.text();
            int from = layer.nearest(58, 96);
            int to = layer.nearest(240, 120);
            assertThat(text.substring(from, to))
                    .isEqualTo(
                            "Patients were drawn by lot from a\nlist of all those who had come to\nthe clinic, and were asked to take");
            assertThat(layer.boxes(from, to)).hasSize(3).allMatch(box -> box.right() < 300 && box.x() >= 59);
        }
    }

    @Test
    void everyLetterStandsWhereTheNearestGapToItIsItsOwn() {
        try (OpenPdf pdf = twoColumns()) {
            TextLayer layer = pdf.text(1, Progress.NONE);
            for (int gap = 0; gap <= layer.text().length(); gap++) {
                Box at = layer.gap(gap);
                assertThat(layer.nearest(at.x(), at.y() + at.height() / 2)).isEqualTo(gap);
            }
        }
    }

    @Test
    void wordsAndLinesAreFoundAroundAPlaceAndTheCaretMovesByLines() {
        try (OpenPdf pdf = twoColumns()) {
            TextLayer layer = pdf.text(1, Progress.NONE);
            int inDrawn = layer.text().indexOf("drawn") + 2;
            PageSpan word = layer.wordAt(inDrawn);
            assertThat(layer.text().substring(word.start(), word.end())).isEqualTo("drawn");
            PageSpan line = layer.lineSpan(inDrawn);
            assertThat(layer.text().substring(line.start(), line.end())).isEqualTo("Patients were drawn by lot from a");
            int below = layer.lineFurther(inDrawn, 1);
            assertThat(layer.lineSpan(below).start()).isEqualTo(line.end() + 1);
            assertThat(Math.abs(layer.gap(below).x() - layer.gap(inDrawn).x())).isLessThan(5);
            assertThat(layer.lineFurther(0, -1)).isZero();
        }
    }

    @Test
    void wordsAreFoundOverLineEndsWithoutTheirAccentsAndWithoutTheirHyphens() {
        try (OpenPdf pdf = twoColumns()) {
            String text = pdf.text(1, Progress.NONE).text();
            assertThat(found(text, "main outcome was")).containsExactly("main out-\ncome was");
            assertThat(found(text, "NAIVE")).containsExactly("na\u00EFve");
            assertThat(found(text, "survival")).hasSize(2);
            assertThat(found(text, "al though")).isEmpty();
            assertThat(found(text, "  ")).isEmpty();
        }
    }

    private static List<String> found(String text, String words) {
        return new Finding(words)
                .in(1, text).stream()
                        .map(span -> text.substring(span.start(), span.end()))
                        .toList();
    }

    @Test
    void theOutlineAndTheLinksLeadToPagesAndAddressesAndScriptsNowhere() {
        try (OpenPdf pdf = OpenPdf.open(BookFixture.book(folder.resolve("book.pdf"), 250), "")) {
            assertThat(pdf.outline())
                    .containsExactly(
                            new OutlineEntry("Chapter 1", 1, 100, List.of()),
                            new OutlineEntry("Chapter 2", 101, 100, List.of()),
                            new OutlineEntry("Chapter 3", 201, 100, List.of()));
            assertThat(pdf.links(1))
                    .containsExactly(
                            new PageLink(new Box(72, 122, 100, 20), 250, 100, ""),
                            new PageLink(new Box(72, 162, 100, 20), 0, 0, "https://doi.org/10.1000/182"));
        }
    }

    @Test
    void aPartOfAPageIsDrawnAsItIsInThePictureOfTheWholeAlsoTurned() {
        try (OpenPdf pdf = twoColumns()) {
            for (int turns = 0; turns < 4; turns++) {
                View view = new View(1, 1.5f, turns);
                View.Part whole = view.whole(pdf.sizes(1, 1).get(0));
                Picture all = pdf.draw(view, whole, Progress.NONE);
                View.Part part = new View.Part(whole.width() / 2, whole.height() / 4, 300, 200);
                Picture piece = pdf.draw(view, part, Progress.NONE);
                assertThat(differences(all, piece, part)).isZero();
            }
        }
    }

    private static int differences(Picture all, Picture piece, View.Part part) {
        int different = 0;
        for (int y = 0; y < part.height(); y++) {
            for (int x = 0; x < part.width(); x++) {
                int expected = all.pixels()[(part.y() + y) * all.width() + part.x() + x];
                different += piece.pixels()[y * part.width() + x] == expected ? 0 : 1;
            }
        }
        return different;
    }

    @Test
    void textOfATurnedPageIsFoundWhereItIsDrawn() throws IOException {
        twoColumns().close();
        for (int rotation : new int[] {90, 180, 270}) {
            Path turned = folder.resolve("turned" + rotation + ".pdf");
            try (PDDocument document = Loader.loadPDF(folder.resolve("two.pdf").toFile())) {
                document.getPage(0).setRotation(rotation);
                document.save(turned.toFile());
            }
            try (OpenPdf pdf = OpenPdf.open(turned, "")) {
                TextLayer layer = pdf.text(1, Progress.NONE);
                View view = new View(1, 1, 0);
                Picture page = pdf.draw(view, view.whole(pdf.sizes(1, 1).get(0)), Progress.NONE);
                assertThat(layer.text()).startsWith("Patients were drawn");
                for (Box box : layer.boxes(0, layer.text().length())) {
                    int area = (int) (box.width() * box.height());
                    assertThat(ink(page, box)).as(rotation + ": " + box).isBetween(1, area / 2);
                }
                assertThat(layer.boxes(0, 8)).hasSize(1);
            }
        }
    }

    private static int ink(Picture page, Box box) {
        int dark = 0;
        for (int y = (int) box.y(); y < box.bottom(); y++) {
            for (int x = (int) box.x(); x < box.right(); x++) {
                dark += (page.pixels()[y * page.width() + x] & 0xFF) < 0x80 ? 1 : 0;
            }
        }
        return dark;
    }

    @Test
    void atNightPaperIsDarkInkIsLightAndRedStaysRed() {
        Picture night = new Picture(3, 1, new int[] {0xFFFFFF, 0x000000, 0xC00000}, "").atNight();
        assertThat(night.pixels()[0]).isEqualTo(0xFF1C1C1C);
        assertThat(night.pixels()[1]).isEqualTo(0xFFE4E4E4);
        assertThat(night.pixels()[2] >> 16 & 0xFF).isGreaterThan((night.pixels()[2] & 0xFF) + 100);
    }

    @Test
    void whatIsSeenAndWhatIsStoredLeadToEachOtherHoweverAPageIsTurned() {
        for (int rotation = 0; rotation < 360; rotation += 90) {
            PageFrame frame = new PageFrame(10, 20, 400, 600, rotation);
            float[] stored = frame.stored(new Box(30, 50, 100, 20));
            assertThat(frame.seen(stored[0], stored[1], stored[2], stored[3])).isEqualTo(new Box(30, 50, 100, 20));
        }
    }

    @Test
    void aMarkKnowsItsWordsAndIsSeenWhereTheyStandHoweverThePageIsTurned() throws IOException {
        twoColumns().close();
        for (int rotation : new int[] {0, 90, 180, 270}) {
            Path turned = folder.resolve("marked" + rotation + ".pdf");
            try (PDDocument document = Loader.loadPDF(folder.resolve("two.pdf").toFile())) {
                document.getPage(0).setRotation(rotation);
                document.save(turned.toFile());
            }
            try (OpenPdf pdf = OpenPdf.open(turned, "")) {
                TextLayer layer = pdf.text(1, Progress.NONE);
                int start = layer.text().indexOf("main out");
                int end = layer.text().indexOf(" was survival");
                Anchor anchor = Anchors.of(layer, start, end);
                assertThat(anchor.quote()).isEqualTo("main outcome");
                assertThat(anchor.prefix()).endsWith("it was. The ");
                assertThat(anchor.suffix()).startsWith(" was survival");
                List<Box> seen = Anchors.seen(layer.frame(), anchor);
                assertThat(seen).hasSameSizeAs(layer.boxes(start, end)).hasSize(2);
                for (int i = 0; i < seen.size(); i++) {
                    assertThat(seen.get(i).x())
                            .isCloseTo(layer.boxes(start, end).get(i).x(), within(0.02f));
                    assertThat(seen.get(i).bottom())
                            .isCloseTo(layer.boxes(start, end).get(i).bottom(), within(0.02f));
                }
            }
        }
    }

    @Test
    void encryptedFilesAskForTheirPasswordAndBrokenOnesNameThemselvesAndTheRemedy() throws IOException {
        Path locked = PaperFixture.paper()
                .line(60, 100, 10, false, "secret")
                .saveWithPassword(folder.resolve("locked.pdf"), "sesame");
        assertThatThrownBy(() -> OpenPdf.open(locked, ""))
                .isInstanceOfSatisfying(
                        UnreadablePdf.class, e -> assertThat(e.passwordNeeded()).isTrue())
                .hasMessageContaining("locked.pdf");
        try (OpenPdf pdf = OpenPdf.open(locked, "sesame")) {
            assertThat(pdf.text(1, Progress.NONE).text()).isEqualTo("secret");
        }
        Path broken = Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7\nnothing more");
        assertThatThrownBy(() -> OpenPdf.open(broken, ""))
                .isInstanceOfSatisfying(
                        UnreadablePdf.class, e -> assertThat(e.passwordNeeded()).isFalse())
                .hasMessageContaining("broken.pdf")
                .hasMessageContaining("Download it again");
    }

    @Test
    void drawingStopsWhenNobodyWantsItAnyMoreAndAClosedFileReadsNothing() {
        OpenPdf pdf = twoColumns();
        Progress cancelled = new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public void check() {
                throw new Cancelled();
            }
        };
        View view = new View(1, 1, 0);
        assertThatThrownBy(() -> pdf.draw(view, new View.Part(0, 0, 10, 10), cancelled))
                .isInstanceOf(Cancelled.class);
        pdf.close();
        assertThatThrownBy(() -> pdf.text(1, Progress.NONE)).isInstanceOf(Cancelled.class);
    }

    @Test
    void readingALongBookKeepsNoHandleOfEachPage() {
        assumeThat(handles()).isPositive();
        try (OpenPdf pdf = OpenPdf.open(BookFixture.book(folder.resolve("book.pdf"), 150), "")) {
            pdf.text(1, Progress.NONE);
            long before = handles();
            for (int page = 2; page <= pdf.pages(); page++) {
                pdf.text(page, Progress.NONE);
            }
            assertThat(handles() - before).isLessThan(20);
        }
    }

    /** Files that this process holds open; none where the system does not tell. */
    private static long handles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }
}
