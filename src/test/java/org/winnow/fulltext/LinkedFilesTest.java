package org.winnow.fulltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.formats.Format;
import org.winnow.formats.Formats;
import org.winnow.formats.value.ExtraKey;
import org.winnow.model.BibRecord;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.ScreenedRecord;
import org.winnow.model.SourceKind;
import org.winnow.store.Attachments.Attachment;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;
import org.winnow.work.Progress;

/** Paths of files as other programs export them, looked for in the folders that a person names. */
class LinkedFilesTest {
    private static final RecordId ID = new RecordId(7);

    @TempDir
    Path folder;

    private Path library = Path.of("");

    @BeforeEach
    void aLibrary() throws IOException {
        library = Files.createDirectories(folder.resolve("library"));
        Files.createDirectories(library.resolve("storage/ABCD1234"));
        Files.createDirectories(library.resolve("My.Data/PDF/0123456789"));
        Files.writeString(library.resolve("storage/ABCD1234/Doe - Sleep; naps.pdf"), "%PDF-");
        Files.writeString(library.resolve("storage/ABCD1234/a b.pdf"), "%PDF-");
        Files.writeString(library.resolve("My.Data/PDF/0123456789/a b.pdf"), "%PDF-");
        Files.writeString(folder.resolve("secret.pdf"), "%PDF-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "storage/ABCD1234/a b.pdf",
                "/home/somebody/Zotero/storage/ABCD1234/a b.pdf",
                "C:\\Users\\x\\Zotero\\storage\\ABCD1234\\a b.pdf",
                "file:///C:/Users/x/Zotero/storage/ABCD1234/a%20b.pdf",
                "Full Text PDF:C\\:\\\\Users\\\\x\\\\Zotero\\\\storage\\\\ABCD1234\\\\a b.pdf:application/pdf",
                ":storage/ABCD1234/a b.pdf:PDF",
                "http://example.org/x.pdf; storage/ABCD1234/a b.pdf"
            })
    void aPathOfAnotherComputerIsFoundInTheLibrary(String value) {
        assertThat(naming(value, "storage/ABCD1234/a b.pdf")).isTrue();
    }

    @Test
    void aSemicolonInAFileNameDoesNotDivideIt() {
        assertThat(LinkedFiles.paths("Paper:storage/K/a\\;b.pdf:application/pdf;Data:storage/L/c.pdf:application/pdf"))
                .containsExactly("storage/K/a;b.pdf", "storage/L/c.pdf");
    }

    @Test
    void pathsWithSemicolonsGoThroughBibtexAndAreFound() throws IOException {
        BibRecord written = BibRecord.builder()
                .title("T")
                .extra(ExtraKey.FILE, "storage/ABCD1234/a b.pdf")
                .extra(ExtraKey.FILE, "storage/ABCD1234/Doe - Sleep; naps.pdf")
                .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Formats.write(
                Format.BIBTEX,
                Stream.of(new ScreenedRecord(
                        ID,
                        written,
                        "",
                        null,
                        Outcome.UNDECIDED,
                        Outcome.UNDECIDED,
                        List.of(),
                        "",
                        List.of(),
                        Map.of())),
                out);

        String field = out.toString(StandardCharsets.UTF_8).replaceAll("(?s).*file = \\{(.*?)}.*", "$1");
        assertThat(field).isEqualTo("storage/ABCD1234/a b.pdf;storage/ABCD1234/Doe - Sleep\\; naps.pdf");
        assertThat(naming(field, "storage/ABCD1234/a b.pdf")).isTrue();
        assertThat(naming(field, "storage/ABCD1234/Doe - Sleep; naps.pdf")).isTrue();
    }

    @Test
    void endNotesInternalFilesLieInItsDataFolder() {
        assertThat(naming("internal-pdf://0123456789/a b.pdf", "My.Data/PDF/0123456789/a b.pdf"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.pdf", "storage/../../secret.pdf", "/etc/passwd", "\u0000.pdf", ""})
    void nothingOutsideTheFoldersThatWereNamedIsTaken(String value) {
        assertThat(naming(value, "../secret.pdf")).isFalse();
    }

    private boolean naming(String value, String file) {
        LinkedFiles linked = new LinkedFiles(brought());
        linked.add(
                ID, BibRecord.builder().title("T").extra(ExtraKey.FILE, value).build());
        return linked.naming(library.resolve(file)).contains(ID);
    }

    private List<Path> brought() {
        try (Stream<Path> files = Files.walk(library)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aBareNameIsThatOfTheOnlyFileCalledSoWhereverItLies() throws IOException {
        Files.createDirectories(library.resolve("pdfs"));
        Files.writeString(library.resolve("pdfs/Doe2020.pdf"), "%PDF-");

        assertThat(naming(":Doe2020.pdf:PDF", "pdfs/Doe2020.pdf")).isTrue();
        assertThat(naming(":a b.pdf:PDF", "storage/ABCD1234/a b.pdf")).isFalse();
    }

    @Test
    void macOsTakesLettersAndTheirAccentsApart() throws IOException {
        Files.writeString(library.resolve("storage/ABCD1234/Mu\u0308ller.pdf"), "%PDF-");

        assertThat(naming("storage/ABCD1234/Müller.pdf", "storage/ABCD1234/Mu\u0308ller.pdf"))
                .isTrue();
    }

    @Test
    void aFileBroughtWithoutItsLibraryIsFoundByTheFoldersThatItLiesIn() {
        LinkedFiles linked = new LinkedFiles(List.of(library.resolve("storage/ABCD1234/Doe - Sleep; naps.pdf")));
        linked.add(
                ID,
                BibRecord.builder()
                        .title("T")
                        .extra(ExtraKey.FILE, "/home/x/Zotero/storage/ABCD1234/Doe - Sleep; naps.pdf")
                        .build());

        assertThat(linked.naming(library.resolve("storage/ABCD1234/Doe - Sleep; naps.pdf")))
                .containsExactly(ID);
    }

    @Test
    void aSupplementThatSaysNothingOfItselfGoesWhereItsPathStands() throws IOException {
        Path files = Files.createDirectories(folder.resolve("export/files/12"));
        PaperFixture.paper()
                .line(60, 90, 18, true, "Coffee before sleep: a randomised trial")
                .left(140, "Caffeine was given in capsules.")
                .save(files.resolve("paper.pdf"));
        PaperFixture.paper().left(90, "Table S1. Doses by arm and day.").save(files.resolve("s1.pdf"));
        try (Review review = TestReview.create(folder, "Ada")) {
            TestReview.importRecords(
                    review,
                    "Zotero",
                    SourceKind.DATABASE,
                    List.of(BibRecord.builder()
                            .title("Coffee before sleep: a randomised trial")
                            .extra(ExtraKey.FILE, "files/12/paper.pdf")
                            .extra(ExtraKey.FILE, "files/12/s1.pdf")
                            .build()));

            Attaching.Report report =
                    new Attaching(review, null, Ocr.NONE).attach(List.of(folder.resolve("export")), Progress.NONE);

            assertThat(report.unmatched()).isEmpty();
            assertThat(review.attachments().of(new RecordId(1)))
                    .extracting(Attachment::fileName)
                    .containsExactlyInAnyOrder("paper.pdf", "s1.pdf");
        }
    }
}
