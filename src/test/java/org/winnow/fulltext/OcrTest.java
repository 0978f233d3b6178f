package org.winnow.fulltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.fulltext.reading.OpenPdf;
import org.winnow.fulltext.reading.PageSize;
import org.winnow.fulltext.reading.TextLayer;
import org.winnow.model.RecordId;
import org.winnow.model.SourceKind;
import org.winnow.store.Attachments;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;
import org.winnow.work.Progress;

/** Scanned pages and a stand-in for the recogniser. */
@DisabledOnOs(OS.WINDOWS)
class OcrTest {
    @TempDir
    Path folder;

    private Path scan = Path.of("");

    @BeforeEach
    void aScannedPage() throws IOException {
        scan = folder.resolve("scan.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            BufferedImage picture = new BufferedImage(60, 80, BufferedImage.TYPE_BYTE_GRAY);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, 600, 800);
            }
            document.save(scan.toFile());
        }
    }

    private Ocr recogniser(String script, Duration mostTime) throws IOException {
        Path program = Files.writeString(folder.resolve("recogniser"), "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return new Ocr(Optional.of(program), "eng", 10, mostTime);
    }

    private Article read(Ocr ocr) {
        Article scanned = ArticleReader.USUAL.read(scan, "", Progress.NONE);
        assertThat(scanned.scanned()).isTrue();
        return ocr.read(scan, "", scanned, Progress.NONE).article();
    }

    @Test
    void theTextIsWhatTheRecogniserReadAndItStaysAScan() throws IOException {
        Path text = PaperFixture.paper()
                .line(60, 90, 18, true, "Coffee before sleep: a randomised trial")
                .line(60, 160, 10, false, "Caffeine was given in capsules of two hundred milligrams.")
                .save(folder.resolve("recognised.pdf"));

        // Told where the list of pictures lies and how the result is to be called.
        Article article = read(
                recogniser("test -s \"$(head -n 1 \"$1\")\" && cp '" + text + "' \"$2.pdf\"", Duration.ofSeconds(60)));

        assertThat(article.title()).isEqualTo("Coffee before sleep: a randomised trial");
        assertThat(article.scanned()).isTrue();
    }

    @Test
    void aRecogniserThatFailsOrNeverEndsLeavesTheScanAsItIs() throws IOException {
        assertThat(read(recogniser("exit 1", Duration.ofSeconds(60)))
                        .text()
                        .get(0)
                        .text())
                .isEmpty();
        assertThat(read(recogniser("exec sleep 600", Duration.ofSeconds(3))).title())
                .isEmpty();
        assertThat(read(Ocr.NONE).scanned()).isTrue();
    }

    @Test
    void aScanThatIsAttachedAgainOnceThereIsARecogniserHasItsWords() throws IOException {
        Path text = PaperFixture.paper()
                .line(60, 90, 18, true, "Coffee before sleep: a randomised trial")
                .save(folder.resolve("recognised.pdf"));
        try (Review review = TestReview.create(folder, "Ada")) {
            TestReview.importTitles(
                    review, "PubMed", SourceKind.DATABASE, "Coffee before sleep: a randomised trial", "Another");
            Attaching without = new Attaching(review, null, Ocr.NONE);
            assertThat(without.attach(List.of(scan), Progress.NONE).unmatched())
                    .extracting(Attaching.Unmatched::reason)
                    .allMatch(reason -> reason.contains("install Tesseract"));
            without.attach(scan, new RecordId(1), Progress.NONE);
            assertThat(review.attachments().search("coffee")).isEmpty();

            Ocr ocr = recogniser("cp '" + text + "' \"$2.pdf\"", Duration.ofSeconds(60));
            new Attaching(review, null, ocr).attach(List.of(scan), Progress.NONE);

            assertThat(review.attachments().search("coffee"))
                    .extracting(Attachments.Hit::record)
                    .containsExactly(new RecordId(1));
            assertThat(review.check()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void theWordsStandOnThePagesThatAreSeen(int turned) throws IOException {
        try (PDDocument document = Pdf.open(scan, "")) {
            document.getPage(0).setRotation(turned);
            document.getPage(0).setCropBox(new PDRectangle(12, 20, 500, 700));
            document.save(scan.toFile());
        }
        Path text = PaperFixture.paper()
                .line(60, 90, 18, true, "Coffee before sleep")
                .save(folder.resolve("recognised.pdf"));
        try (Review review = TestReview.create(folder, "Ada")) {
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "Coffee before sleep");
            Ocr ocr = recogniser("cp '" + text + "' \"$2.pdf\"", Duration.ofSeconds(60));
            String sha256 = new Attaching(review, null, ocr)
                    .attach(scan, new RecordId(1), Progress.NONE)
                    .sha256();
            Path kept = new PdfFolder(review.file()).path(sha256);
            try (OpenPdf pdf = OpenPdf.open(kept, "")) {
                TextLayer page = pdf.text(1, Progress.NONE);
                PageSize seen = page.frame().size();
                assertThat(page.text()).isEqualTo("Coffee before sleep");
                assertThat(page.onText(65 * seen.width() / 595, 86 * seen.height() / 842))
                        .isTrue();
            }
        }
    }
}
