package org.winnow.fulltext.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.fulltext.UnreadablePdf;
import org.winnow.model.PageSpan;
import org.winnow.work.Progress;

/** Reading papers and broken files of others. */
class RealReadingTest {
    private final Path pdfs = Path.of(System.getenv().getOrDefault("WINNOW_TEST_DATA", "nowhere"), "pdf");

    @BeforeEach
    void needsData() {
        assumeTrue(Files.isDirectory(pdfs), "WINNOW_TEST_DATA does not name the data sets");
    }

    @Test
    void aSentenceOfATwoColumnPaperIsFoundSelectedAndCopiedAsItWasWritten() {
        try (OpenPdf pdf = OpenPdf.open(pdfs.resolve("articles/pdfjs_tracemonkey.pdf"), "")) {
            TextLayer layer = pdf.text(1, Progress.NONE);
            String sentences =
                    "Dynamic languages such as JavaScript are more difficult to compile than statically typed"
                            + " ones. Since no concrete type information is available, traditional compilers need to emit generic"
                            + " code that can handle all possible type combinations at runtime.";
            List<PageSpan> found = new Finding(sentences).in(1, layer.text());
            assertThat(found).hasSize(1);
            PageSpan span = found.get(0);
            assertThat(Quote.of(List.of(new Quote.Part(layer, span.start(), span.end()))))
                    .isEqualTo(sentences);
            float middle = layer.frame().size().width() / 2;
            assertThat(layer.boxes(span.start(), span.end()))
                    .hasSizeBetween(4, 7)
                    .allMatch(box -> box.right() < middle);
        }
    }

    @Test
    void everyFileIsDrawnOrRefusedWithItsNameAndNoneBringsTheReaderDown() throws IOException {
        try (Stream<Path> files = Stream.of("malformed", "encrypted", "structure", "scanned")
                .flatMap(folder -> list(pdfs.resolve(folder)))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".pdf")).toList()) {
                try (OpenPdf pdf = OpenPdf.open(file, "")) {
                    View view = new View(1, 0.5f, 1);
                    Picture picture = pdf.draw(view, view.whole(pdf.sizes(1, 1).get(0)), Progress.NONE);
                    assertThat(picture.pixels()).hasSize(picture.width() * picture.height());
                    pdf.text(1, Progress.NONE);
                    pdf.links(1);
                    pdf.outline();
                } catch (UnreadablePdf refused) {
                    assertThat(refused).hasMessageContaining(file.toString());
                }
            }
        }
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
