package org.winnow.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.formats.UnreadableFile;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;
import org.winnow.work.Progress;

/** Bad files all the way into a review: what is whole is in it, what is not is told, and the review stays sound. */
class BadFilesTest {
    @TempDir
    Path folder;

    private Review review;

    @BeforeEach
    void openAReview() {
        review = TestReview.create(folder, "Ada");
    }

    @AfterEach
    void close() {
        assertThat(review.check()).isEmpty();
        review.close();
    }

    @Test
    void filesOfEveryFormatCutOffAnywhereGiveWhatIsThere() throws Exception {
        long records = 0;
        for (Path sound : fixtures()) {
            byte[] whole = Files.readAllBytes(sound);
            for (int tenth : List.of(3, 7, 9)) {
                byte[] part = Arrays.copyOf(whole, (int) ((long) whole.length * tenth / 10));
                Path cut = Files.write(folder.resolve(tenth + " " + sound.getFileName()), part);
                records += accountedFor(cut);
            }
        }
        assertThat(count()).isEqualTo(records).isGreaterThan(200);
    }

    /** The number of records that went in. */
    private long accountedFor(Path file) {
        try {
            ImportReport report = run(file);
            assertThat(report.read()).isEqualTo(report.imported() + report.rejected());
            return report.imported();
        } catch (UnreadableFile nothingKnown) {
            assertThat(nothingKnown).hasMessageContaining(file.getFileName().toString());
            return 0;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "%PDF-1.7 1 0 obj~is a PDF",
                "<!DOCTYPE html><html><head><title>Sign in</title></head><body>TY  - JOUR</body></html>~is a web page",
                "<html><body><form>Password</form></body></html>~is a web page",
                "{\"error\": \"session expired\"}~is JSON"
            })
    void whatIsNoReferenceFileLeavesTheReviewAlone(String content, String says) throws IOException {
        Path file = Files.writeString(folder.resolve("export.ris"), content);
        assertThatThrownBy(() -> run(file))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("export.ris")
                .hasMessageContaining(says);
        assertThat(count()).isZero();
        assertThat(review.undoName()).isEmpty();
    }

    @Test
    void oddValuesStayAsTheyCame() throws IOException {
        Path file = Files.writeString(folder.resolve("odd.ris"), """
                TY  - JOUR
                TI  - Naps\0at noon
                PY  - Spring 2019
                %s
                QQ  - of nobody's
                ER  -
                """.formatted(
                        "AU  - Long, Name\n".repeat(3000).strip()));

        ImportReport report = run(file);

        BibRecord record =
                review.records().bib(review.records().find("1").getFirst()).orElseThrow();
        assertThat(record.title()).isEqualTo("Naps at noon");
        assertThat(record.year()).isEqualTo(2019);
        assertThat(record.date()).isEqualTo("Spring 2019");
        assertThat(record.authors()).hasSize(3000);
        assertThat(record.extra()).containsEntry("QQ", List.of("of nobody's"));
        assertThat(report.problems()).extracting(Problem::line).contains(2L);
    }

    @Test
    void neitherLaughterNorSecretsAreReadFromXml() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "the secret");
        Path file = Files.writeString(folder.resolve("evil.xml"), """
                <?xml version="1.0"?>
                <!DOCTYPE xml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY s SYSTEM "%s">]>
                <xml><records><record><titles><title>Read &b; and &s;</title></titles></record></records></xml>
                """.formatted(secret.toUri()));

        ImportReport report = run(file);

        assertThat(report.imported()).isEqualTo(1);
        assertThat(report.problems()).extracting(Problem::reason).anyMatch(r -> r.contains("entities"));
        assertThat(review.records()
                        .bib(review.records().find("1").getFirst())
                        .orElseThrow()
                        .title())
                .isEqualTo("Read &b; and &s;");
    }

    @Test
    void anArchiveThatGrowsBeyondAllBoundsIsNotOpened() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("large.ris"));
            byte[] block = "TY  - JOUR\n".repeat(1 << 14).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 200; i++) {
                zip.write(block);
            }
        }
        assertThatThrownBy(() -> Opened.of(bomb, Progress.NONE))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("bomb.zip");
    }

    private static List<Path> fixtures() throws IOException, URISyntaxException {
        Path root = Path.of(BadFilesTest.class.getResource("/formats").toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().endsWith(".expected.json"))
                    .sorted()
                    .toList();
        }
    }

    private ImportReport run(Path file) {
        return new Importing(review).run(ImportRequest.of(file), Progress.NONE);
    }

    private long count() {
        return review.records().count(RecordQuery.everything().withDuplicates(RecordQuery.Group.ALL));
    }
}
