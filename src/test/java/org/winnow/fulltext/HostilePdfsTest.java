package org.winnow.fulltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.fulltext.annotation.MarksOfPdf;
import org.winnow.fulltext.layout.PageText;
import org.winnow.fulltext.reading.OpenPdf;
import org.winnow.model.RecordId;
import org.winnow.model.SourceKind;
import org.winnow.model.UserException;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;
import org.winnow.work.Progress;

/** PDFs that mean harm or are broken cost no more than themselves: a message, and the next file. */
@Timeout(120)
class HostilePdfsTest {
    @TempDir
    Path folder;

    @Test
    void aFolderOfThemHoldsNothingUpAndTheSoundOneIsAttached() throws IOException {
        Path pdfs = Files.createDirectories(folder.resolve("pdfs"));
        bomb(pdfs.resolve("a-bomb.pdf"));
        loop(pdfs.resolve("b-loop.pdf"));
        parents(pdfs.resolve("c-parents.pdf"));
        scripts(pdfs.resolve("d-scripts.pdf"));
        Files.writeString(pdfs.resolve("e-cut.pdf"), "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        PaperFixture.paper().line(60, 90, 18, true, "Secret").saveWithPassword(pdfs.resolve("f-locked.pdf"), "open");
        xref(pdfs.resolve("g-xref.pdf"));
        font(pdfs.resolve("h-font.pdf"));
        PaperFixture.paper()
                .line(60, 90, 18, true, "Coffee before sleep: a randomised trial")
                .save(pdfs.resolve("z-sound.pdf"));
        try (Review review = TestReview.create(folder, "Ada")) {
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "Coffee before sleep: a randomised trial");

            Attaching.Report report = new Attaching(review, null, Ocr.NONE).attach(List.of(pdfs), Progress.NONE);

            assertThat(report.matched())
                    .extracting(m -> m.file().getFileName().toString())
                    .contains("z-sound.pdf")
                    .doesNotContain("f-locked.pdf");
            assertThat(report.matched().size() + report.unmatched().size()).isEqualTo(9);
            assertThat(report.unmatched())
                    .allSatisfy(u -> assertThat(u.reason()).isNotBlank());
            assertThat(review.attachments().of(new RecordId(1))).isNotEmpty();
            assertThat(Files.exists(folder.resolve("ran"))).isFalse();
            assertThat(review.check()).isEmpty();
        }
        try (var files = Files.list(pdfs)) {
            for (Path file : files.toList()) {
                eitherMarksOrAMessage(file);
            }
        }
    }

    private static void eitherMarksOrAMessage(Path file) {
        try {
            assertThat(MarksOfPdf.of(file, "", Progress.NONE)).isEmpty();
        } catch (UserException told) {
            assertThat(told).hasMessageContaining(file.getFileName().toString());
        }
        assertThat(OpenPdf.firstPage(file, "", 200, 1600, Progress.NONE)).satisfies(page -> {});
    }

    @Test
    void aLockedFileIsAttachedWithItsPassword() throws IOException {
        Path locked = PaperFixture.paper()
                .line(60, 90, 18, true, "Coffee before sleep: a randomised trial")
                .saveWithPassword(folder.resolve("locked.pdf"), "open");
        try (Review review = TestReview.create(folder, "Ada")) {
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "Coffee before sleep: a randomised trial");

            Attaching without = new Attaching(review, null, Ocr.NONE, "shut");
            Attaching with = new Attaching(review, null, Ocr.NONE, "open");

            assertThat(without.attach(List.of(locked), Progress.NONE).unmatched())
                    .singleElement()
                    .satisfies(u -> assertThat(u.reason()).contains("password"));
            assertThat(with.attach(List.of(locked), Progress.NONE).matched()).hasSize(1);
        }
    }

    @Test
    void thousandsOfPagesAreReadUpToABound() throws IOException {
        Path file = folder.resolve("long.pdf");
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 3_000; i++) {
                document.addPage(new PDPage());
            }
            document.save(file.toFile());
        }
        Article article = new ArticleReader(2000, Duration.ofSeconds(60)).read(file, "", Progress.NONE);

        assertThat(article.pages()).isEqualTo(3_000);
        assertThat(article.text()).hasSizeLessThanOrEqualTo(2000);
        assertThat(MarksOfPdf.of(file, "", Progress.NONE)).isEmpty();
    }

    /** Three hundred megabytes of blanks in a content stream of three hundred kilobytes. */
    private static void bomb(Path file) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
            byte[] blanks = new byte[1 << 20];
            java.util.Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 300; i++) {
                out.write(blanks);
            }
        }
        RawPdf.page("/Contents 4 0 R").stream("/Filter /FlateDecode", packed.toByteArray())
                .save(file);
    }

    /** A form that draws itself. */
    private static void loop(Path file) throws IOException {
        RawPdf.page("/Contents 4 0 R /Resources << /XObject << /F 4 0 R >> >>").stream(
                        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 4 0 R >> >>",
                        "/F Do /F Do")
                .save(file);
    }

    /** A tree of pages that is its own child. */
    private static void parents(Path file) throws IOException {
        RawPdf.pages("<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>")
                .save(file);
    }

    private void scripts(Path file) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            PDActionLaunch launch = new PDActionLaunch();
            launch.setF("touch " + folder.resolve("ran"));
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.launchURL('x')"));
            document.getPage(0).getCOSObject().setItem(COSName.getPDFName("AA"), launch.getCOSObject());
            document.save(file.toFile());
        }
    }

    private static void xref(Path file) throws IOException {
        changed(file, bytes -> {
            String text = new String(bytes.toByteArray(), StandardCharsets.ISO_8859_1)
                    .replaceAll("startxref\\s+\\d+", "startxref\n999999999");
            bytes.reset();
            bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        });
    }

    private static void changed(Path file, Consumer<ByteArrayOutputStream> change) throws IOException {
        PaperFixture.paper()
                .line(60, 90, 18, true, "A paper whose table is broken")
                .save(file);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Files.readAllBytes(file));
        change.accept(bytes);
        Files.write(file, bytes.toByteArray());
    }

    /** Text in a font that is nowhere. */
    private static void font(Path file) throws IOException {
        RawPdf.page("/Contents 4 0 R /Resources << /Font << /F 9 0 R >> >>").stream(
                        "", "BT /F 12 Tf 50 700 Td (Missing font) Tj ET")
                .save(file);
    }

    @Test
    void aPageThatIsMilesWideIsReadAtOnce() throws IOException {
        Path file = folder.resolve("wide.pdf");
        RawPdf.page("/MediaBox [0 0 1000000000 1000000000] /Contents 4 0 R /Resources << /Font << /F << /Type /Font"
                        + " /Subtype /Type1 /BaseFont /Helvetica >> >> >>")
                .stream("", "BT /F 12 Tf 50 700 Td (Far from all else) Tj ET")
                .save(file);

        assertThat(ArticleReader.USUAL.read(file, "", Progress.NONE).text())
                .extracting(PageText::text)
                .containsExactly("Far from all else");
    }
}
