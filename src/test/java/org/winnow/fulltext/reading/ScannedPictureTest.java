package org.winnow.fulltext.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.work.Progress;

/** Scanned pages as archives of journals keep them. */
class ScannedPictureTest {
    private static final int SIDE = 64;
    private static final int PAGE_INFORMATION = 48;
    private static final int LOSSLESS_GENERIC_REGION = 39;

    @TempDir
    Path folder;

    @Test
    void aPictureInJbig2IsDrawn() throws IOException {
        Path file = folder.resolve("scan.pdf");
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            PDImageXObject picture = new PDImageXObject(
                    pdf,
                    new ByteArrayInputStream(jbig2(leftHalfBlack(pdf))),
                    COSName.JBIG2_DECODE,
                    SIDE,
                    SIDE,
                    1,
                    PDDeviceGray.INSTANCE);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.drawImage(
                        picture,
                        0,
                        0,
                        page.getMediaBox().getWidth(),
                        page.getMediaBox().getHeight());
            }
            pdf.save(file.toFile());
        }

        try (OpenPdf open = OpenPdf.open(file, "")) {
            View view = new View(1, 0.25f, 0);
            Picture drawn = open.draw(view, view.whole(open.sizes(1, 1).get(0)), Progress.NONE);
            int row = drawn.height() / 2 * drawn.width();
            assertThat(drawn.pixels()[row + drawn.width() / 4])
                    .isNotEqualTo(drawn.pixels()[row + drawn.width() * 3 / 4]);
            assertThat(drawn.remark()).isEmpty();
        }
    }

    /** A picture as ITU-T T.6 encodes it, which JBIG2 takes in as it is. */
    private static byte[] leftHalfBlack(PDDocument pdf) throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < SIDE; y++) {
            for (int x = SIDE / 2; x < SIDE; x++) {
                image.setRGB(x, y, 0xFFFFFF);
            }
        }
        try (var in = CCITTFactory.createFromImage(pdf, image).getCOSObject().createRawInputStream()) {
            return in.readAllBytes();
        }
    }

    /** The two segments of a page within a PDF: ITU-T T.88, 7.2, 7.4.6 and 7.4.8. */
    private static byte[] jbig2(byte[] t6) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        segment(out, 0, PAGE_INFORMATION, 19);
        out.writeInt(SIDE);
        out.writeInt(SIDE);
        out.writeLong(0);
        out.writeByte(0);
        out.writeShort(0);
        segment(out, 1, LOSSLESS_GENERIC_REGION, 18 + t6.length);
        out.writeInt(SIDE);
        out.writeInt(SIDE);
        out.writeLong(0);
        out.writeByte(0);
        out.writeByte(1);
        out.write(t6);
        return bytes.toByteArray();
    }

    private static void segment(DataOutputStream out, int number, int type, int length) throws IOException {
        out.writeInt(number);
        out.writeByte(type);
        out.writeByte(0);
        out.writeByte(1);
        out.writeInt(length);
    }
}
