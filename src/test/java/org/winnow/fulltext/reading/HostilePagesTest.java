package org.winnow.fulltext.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.fulltext.RawPdf;
import org.winnow.work.Cancelled;
import org.winnow.work.Progress;

/** Pages that contain themselves or never end: the rest of them is drawn, what is left out is told, and all can be stopped. */
@Timeout(60)
class HostilePagesTest {
    private static final float SCALE = 0.25f;
    private static final String RED = " 1 0 0 rg 100 100 50 50 re f ";
    private static final String FORM = "/Type /XObject /Subtype /Form /BBox [0 0 600 800] ";

    @TempDir
    Path folder;

    /** Counts how often drawing asks whether it is to go on. */
    private static final class Asked implements Progress {
        private final long most;
        private long times;

        Asked(long most) {
            this.most = most;
        }

        @Override
        public void at(long done, long total) {}

        @Override
        public void check() {
            if (times++ > most) {
                throw new Cancelled();
            }
        }
    }

    /** Like a font that is read in circles: it comes back when nobody waits any more. */
    private record Hanging(CountDownLatch until) implements Progress {
        @Override
        public void at(long done, long total) {}

        @Override
        public void check() {
            while (until.getCount() > 0) {
                Thread.onSpinWait();
            }
        }
    }

    private Picture drawn(RawPdf pdf, Progress progress) throws IOException {
        try (OpenPdf open = OpenPdf.open(pdf.save(folder.resolve("page.pdf")), "")) {
            View view = new View(1, SCALE, 0);
            Picture picture = open.draw(view, view.whole(open.sizes(1, 1).get(0)), progress);
            assertThat(open.text(1, progress).text()).hasSizeLessThan(2);
            return picture;
        }
    }

    private static int at(Picture picture, int x, int y) {
        return picture.pixels()[(int) (y * SCALE) * picture.width() + (int) (x * SCALE)];
    }

    private void isDrawnOnce(RawPdf pdf) throws IOException {
        isDrawnOnce(pdf, 2_000);
    }

    private void isDrawnOnce(RawPdf pdf, long asked) throws IOException {
        Picture picture = drawn(pdf, new Asked(asked));
        assertThat(at(picture, 125, 675)).isEqualTo(0xFFFF0000);
        assertThat(picture.remark()).isEmpty();
    }

    @Test
    void aFormThatContainsItselfIsDrawnOnce() throws IOException {
        String itself = "/Resources << /XObject << /F 4 0 R >> >>";
        isDrawnOnce(RawPdf.page("/Contents 5 0 R " + itself).stream(FORM + itself, RED + "/F Do /F Do").stream(
                "", "/F Do"));
        isDrawnOnce(RawPdf.page("/Contents 5 0 R " + itself).stream(
                FORM + "/Group << /S /Transparency >> " + itself, RED + "/F Do /F Do")
                .stream("", "/F Do"));
    }

    @Test
    void aMaskAPatternAndALetterThatContainThemselvesAreDrawnOnce() throws IOException {
        String masked = "/Resources << /ExtGState << /G 6 0 R >> >>";
        isDrawnOnce(RawPdf.page("/Contents 5 0 R " + masked).stream(
                        FORM + "/Group << /S /Transparency /CS /DeviceGray >> " + masked, "/G gs 1 g 0 0 600 800 re f")
                .stream("", RED + "/G gs 0 0 60 80 re f")
                .object("<< /Type /ExtGState /SMask << /S /Luminosity /G 4 0 R >> >>"));
        String patterned = "/Resources << /Pattern << /P 4 0 R >> >>";
        isDrawnOnce(RawPdf.page("/Contents 5 0 R " + patterned).stream(
                "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 20 20] /XStep 20 /YStep 20 "
                        + patterned,
                "/Pattern cs /P scn 0 0 20 20 re f")
                .stream("", RED + "/Pattern cs /P scn 0 0 60 80 re f"));
        String lettered = "/Resources << /Font << /T 4 0 R >> >>";
        isDrawnOnce(RawPdf.page("/Contents 5 0 R " + lettered)
                .object(
                        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 6 0 R"
                                + " >> /Encoding << /Type /Encoding /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1] "
                                + lettered + " >>")
                .stream("", RED + "BT /T 12 Tf 3 Tr 50 700 Td (a) Tj ET")
                .stream("", "1 0 d0 BT /T 1 Tf (aa) Tj ET"));
    }

    @Test
    void whatAPageHasUntilItAsksForTooMuchIsDrawnAndTheRestIsTold() throws IOException {
        Picture states = drawn(RawPdf.page("/Contents 4 0 R").stream("", RED + "q ".repeat(20_000)), Progress.NONE);
        assertThat(at(states, 125, 675)).isEqualTo(0xFFFF0000);
        assertThat(states.remark()).contains("more than 10,000 states");

        Picture huge = drawn(
                RawPdf.page("/Contents 5 0 R /Resources << /XObject << /I 4 0 R >> >>").stream(
                        "/Type /XObject /Subtype /Image /Width 30000 /Height 20000 /BitsPerComponent 8"
                                + " /ColorSpace /DeviceRGB",
                        "too little")
                        .stream("", RED + "q 600 0 0 800 0 0 cm /I Do Q"),
                Progress.NONE);
        assertThat(huge.remark()).isEqualTo("A picture of 30000 by 20000 dots is left out.");
    }

    @Test
    void aShapeOfManyLinesAndAShadingOfManyTrianglesCanBeStoppedWithinThem() throws IOException {
        Asked shape = new Asked(Long.MAX_VALUE - 1);
        int lines = 10_500;
        drawn(RawPdf.page("/Contents 4 0 R").stream("", "0 0 m " + zigzag(lines) + " f"), shape);
        assertThat(shape.times).isGreaterThan(lines + 20L);

        RawPdf mesh = RawPdf.page("/Contents 5 0 R /Resources << /Shading << /S 4 0 R >> >>").stream(
                "/ShadingType 4 /ColorSpace /DeviceRGB /BitsPerCoordinate 16 /BitsPerComponent 8 /BitsPerFlag 8"
                        + " /Decode [0 600 0 800 0 1 0 1 0 1]",
                triangles(90))
                .stream("", "/S sh");
        assertThatThrownBy(() -> drawn(mesh, new Asked(20))).isInstanceOf(Cancelled.class);
    }

    @Test
    void aShapeOfMoreLinesThanAnybodyWouldWaitForIsLeftOut() throws IOException {
        String lines = "0 0 m " + "600 800 l 0 0 l ".repeat(130_000);
        Picture picture = drawn(RawPdf.page("/Contents 4 0 R").stream("", RED + lines + "S"), Progress.NONE);
        assertThat(at(picture, 125, 675)).isEqualTo(0xFFFF0000);
        assertThat(picture.remark()).isEqualTo("A shape of 260,000 lines is left out.");
    }

    @Test
    void aPageThatDoesNotComeBackIsLeftBehindAndTheOthersAreStillRead() {
        Path book = BookFixture.book(folder.resolve("book.pdf"), 2);
        CountDownLatch never = new CountDownLatch(1);
        try (OpenPdf ready = OpenPdf.open(book, "");
                OpenPdf open = OpenPdf.open(book, "", Duration.ofSeconds(3))) {
            View first = new View(1, SCALE, 0);
            View second = new View(2, SCALE, 0);
            View.Part whole = first.whole(ready.sizes(1, 1).get(0));
            Picture usual = ready.draw(second, whole, Progress.NONE);
            assertThatThrownBy(() -> open.draw(first, whole, new Hanging(never)))
                    .hasMessageContaining("Page 1 does not come to");
            assertThatThrownBy(() -> open.text(1, Progress.NONE)).hasMessageContaining("Page 1 does not come to");
            assertThat(open.draw(second, whole, Progress.NONE).pixels()).isEqualTo(usual.pixels());
        } finally {
            never.countDown();
        }
    }

    @Test
    void aFineDashIsALineAndCuttingByWildLinesCutsByTheirBox() throws IOException {
        Picture dashed = drawn(
                RawPdf.page("/Contents 4 0 R").stream("", "40 w [0.001 0.001] 0 d 0 400 m 600 400 l S"), Progress.NONE);
        assertThat(at(dashed, 300, 400)).isEqualTo(0xFF000000);
        isDrawnOnce(RawPdf.page("/Contents 4 0 R").stream("", "0 0 m " + zigzag(2_000) + " W n" + RED), 4_000);
    }

    private static String zigzag(int lines) {
        Random random = new Random(1);
        StringBuilder zigzag = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            zigzag.append(random.nextInt(600)).append(i % 2 == 0 ? " 800 l " : " 0 l ");
        }
        return zigzag.toString();
    }

    private static byte[] triangles(int corners) {
        byte[] triangles = new byte[corners * 8];
        new Random(1).nextBytes(triangles);
        for (int corner = 0; corner < corners; corner++) {
            triangles[8 * corner] = 0;
        }
        return triangles;
    }
}
