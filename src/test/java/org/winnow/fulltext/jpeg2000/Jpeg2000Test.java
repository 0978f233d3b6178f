package org.winnow.fulltext.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.fulltext.reading.OpenPdf;
import org.winnow.fulltext.reading.Picture;
import org.winnow.fulltext.reading.View;
import org.winnow.work.Progress;

/** Pictures that OpenJPEG 2.5 has written, whose pixels are known. */
class Jpeg2000Test {
    private static final int WIDTH = 45;
    private static final int HEIGHT = 37;

    @TempDir
    Path folder;

    private static byte[] file(String name) throws IOException {
        try (var in = Jpeg2000Test.class.getResourceAsStream("/fulltext/jpeg2000/" + name)) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }

    private static byte[] pixels(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    private static byte grey(int x, int y) {
        return (byte) (5 * x + 3 * y);
    }

    /** In tiles and precincts, with all that blocks may be coded with, by place. */
    @Test
    void aPictureThatLostNothingIsReadAsItWas() throws IOException {
        BufferedImage image = new Jpeg2000(file("grey-lossless.jp2")).read(1);
        byte[] wanted = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = grey(i % WIDTH, i / WIDTH);
        }
        assertThat(image.getWidth()).isEqualTo(WIDTH);
        assertThat(pixels(image)).isEqualTo(wanted);
    }

    @Test
    void coloursThatLostALittleAreNear() throws IOException {
        byte[] pixels = pixels(ImageIO.read(new ByteArrayInputStream(file("colour.j2k"))));
        double off = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            int[] wanted = {5 * x, 6 * y, 3 * (x + y)};
            for (int c = 0; c < 3; c++) {
                off += Math.abs((pixels[3 * i + c] & 0xFF) - wanted[c]);
            }
        }
        assertThat(off / pixels.length).isCloseTo(0, within(3.0));
    }

    @Test
    void aScannedPageIsDrawnAndAPictureIsReadSmaller() throws IOException {
        byte[] jpx = file("grey-lossless.jp2");
        Path scan = folder.resolve("scan.pdf");
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            PDImageXObject picture = new PDImageXObject(
                    pdf, new ByteArrayInputStream(jpx), COSName.JPX_DECODE, WIDTH, HEIGHT, 8, PDDeviceGray.INSTANCE);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.drawImage(
                        picture,
                        0,
                        0,
                        page.getMediaBox().getWidth(),
                        page.getMediaBox().getHeight());
            }
            pdf.save(scan.toFile());
        }
        try (OpenPdf open = OpenPdf.open(scan, "")) {
            View view = new View(1, 1, 0);
            Picture drawn = open.draw(view, view.whole(open.sizes(1, 1).get(0)), Progress.NONE);
            int x = 10;
            int y = 20;
            int at = (int) ((y + 0.5) * drawn.height() / HEIGHT) * drawn.width()
                    + (int) ((x + 0.5) * drawn.width() / WIDTH);
            assertThat(drawn.remark()).isEmpty();
            assertThat(drawn.pixels()[at] & 0xFF).isCloseTo(grey(x, y) & 0xFF, within(3));
        }
        BufferedImage small = new Jpeg2000(jpx).read(2);
        assertThat(small.getWidth() + " by " + small.getHeight()).isEqualTo("23 by 19");
    }

    @Test
    void whateverIsDamagedIsSaidToBe() throws IOException {
        byte[] sound = file("grey-lossless.jp2");
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = Arrays.copyOf(sound, i % 3 == 0 ? random.nextInt(sound.length) : sound.length);
            for (int j = 0; j < 3 && damaged.length > 0; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                new Jpeg2000(damaged).read(1);
            } catch (Damaged said) {
                assertThat(said).hasMessageStartingWith("the JPEG 2000 picture ");
            }
        }
        assertThatThrownBy(() -> new Jpeg2000(new byte[40])).isInstanceOf(Damaged.class);
    }
}
