package org.winnow.fulltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
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
        return ocr.read(scan, "", scanned, Progress.NONE);
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
}
