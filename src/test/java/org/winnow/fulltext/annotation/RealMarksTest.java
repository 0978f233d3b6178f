package org.winnow.fulltext.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.formats.RealFiles;
import org.winnow.model.AnnotationKind;
import org.winnow.work.Progress;

/** Annotations by Foxit, Acrobat, pdf.js and others are read, and a copy has them once. */
class RealMarksTest {
    @TempDir
    Path folder;

    private static Path data() {
        return RealFiles.root().resolve("pdf/annotated");
    }

    @Test
    void everyMarkIsReadOnceAndStaysWhatItIsInACopy() throws Exception {
        try (Stream<Path> files = Files.list(data())) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".pdf")).sorted().toList()) {
                List<PdfMark> marks = MarksOfPdf.of(file, "", Progress.NONE);
                assertThat(marks.stream().map(PdfMark::id)).as(file.toString()).doesNotHaveDuplicates();

                Path copy = folder.resolve(file.getFileName());
                AnnotatedCopy.write(file, "", marks, Set.of(), copy, Progress.NONE);

                assertThat(MarksOfPdf.of(copy, "", Progress.NONE))
                        .as(file.toString())
                        .containsExactlyInAnyOrderElementsOf(marks);
                assertThat(subtypes(copy)).as(file.toString()).isEqualTo(subtypes(file));
            }
        }
    }

    private static List<String> subtypes(Path file) throws IOException {
        List<String> subtypes = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            for (PDPage page : document.getPages()) {
                page.getAnnotations().forEach(each -> subtypes.add(each.getSubtype()));
            }
        }
        return subtypes;
    }

    @Test
    void aHighlightWithANoteHasItsWordsItsAuthorAndItsDate() {
        List<PdfMark> marks =
                MarksOfPdf.of(data().resolve("jabref_minimal-highlight-with-note.pdf"), "", Progress.NONE);

        assertThat(marks).anySatisfy(mark -> {
            assertThat(mark.kind()).isEqualTo(AnnotationKind.HIGHLIGHT);
            assertThat(mark.anchor().quote()).isNotBlank();
            assertThat(mark.author()).isNotBlank();
            assertThat(mark.made()).isAfter(java.time.Instant.EPOCH);
        });
        assertThat(new HashSet<>(marks)).hasSameSizeAs(marks);
    }

    @Test
    void aWordWhoseEndIsMarkedApartStaysOneWord() {
        List<PdfMark> marks = MarksOfPdf.of(data().resolve("pdfjs_highlights.pdf"), "", Progress.NONE);

        assertThat(marks).extracting(mark -> mark.anchor().quote()).anySatisfy(quote -> assertThat(quote)
                .contains("to non-experts, and make deployment as easy")
                .contains("used for small scripts"));
    }
}
