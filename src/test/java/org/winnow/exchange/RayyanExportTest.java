package org.winnow.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.formats.UnreadableFile;
import org.winnow.model.Decision;
import org.winnow.model.RecordId;
import org.winnow.model.Stage;
import org.winnow.model.Tag;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;
import org.winnow.work.Progress;

/** The archive that Rayyan exports: articles, and a log that says who decided what, when and why. */
class RayyanExportTest {
    private static final String ARTICLES = """
            TY  - JOUR
            AN  - rayyan-101
            TI  - One
            N1  - RAYYAN-INCLUSION: {"Ann"=>"Excluded", "Bob"=>"Included"} | USER-NOTES: {"Ann"=>["look again"]}
            ER  -

            TY  - JOUR
            AN  - rayyan-102
            TI  - Two
            ER  -
            """;
    private static final String LOG = """
            created_at,user_id,user_email,article_id,key,value
            2025-05-06T10:14:32.680Z,1,ann@example.org,101,included,1
            2025-05-06T10:14:33.680Z,1,ann@example.org,101,\"""__EXR__wrong, dose\""",1
            2025-05-06T10:15:33.680Z,1,ann@example.org,101,included,-1
            2025-05-06T10:16:33.680Z,2,bob@example.org,101,included,1
            2025-05-06T10:16:34.680Z,2,bob@example.org,101,\"""sepsis\""",1
            2025-05-06T10:16:35.680Z,2,bob@example.org,101,\"""child\""",1
            2025-05-06T10:16:36.680Z,2,bob@example.org,101,\"""child\""",deleted
            2025-05-06T10:17:00.000Z,2,bob@example.org,102,included,0
            2025-05-06T10:18:00.000Z,2,bob@example.org,102,included,deleted
            """;
    private static final String STAGED = LOG + """
            2025-05-06T11:00:00.000Z,0,rayyan@rayyan.ai,101,\"""__SYSTEM__STAGE__113306\""",1
            2025-05-06T11:01:00.000Z,2,bob@example.org,101,included__SYSTEM__STAGE__113306,-1
            2025-05-06T11:02:00.000Z,2,bob@example.org,101,\"""__EXR__too old\""",1
            """;

    @TempDir
    Path folder;

    @Test
    void theLogTiesReasonsAndLabelsToPeopleAndItsLastWordCounts() throws IOException {
        try (Review review = TestReview.create(folder, "Ada")) {
            Voices.Found found = imported(review, zip(LOG), Map.of("ann@example.org", "Ada"));

            assertThat(found.verdicts()).isEqualTo(Map.of("ann@example.org", 1L, "bob@example.org", 1L));
            assertThat(found.stageTold()).isFalse();
            assertThat(said(review, 1))
                    .containsExactly(
                            "Ada TITLE_ABSTRACT EXCLUDE wrong, dose", "bob@example.org TITLE_ABSTRACT INCLUDE");
            assertThat(said(review, 2)).isEmpty();
            assertThat(review.tags()
                            .on(
                                    new RecordId(1),
                                    review.reviewers()
                                            .named("bob@example.org")
                                            .orElseThrow()
                                            .id()))
                    .extracting(Tag::name)
                    .containsExactly("sepsis");
            assertThat(review.notes().on(new RecordId(1)))
                    .extracting(n -> n.reviewer().name() + ": " + n.text())
                    .containsExactly("Ada: Ann: look again");
        }
    }

    @Test
    void whatWasSaidAtAFurtherStageIsAboutTheFullText() throws IOException {
        try (Review review = TestReview.create(folder, "Ada")) {
            Voices.Found found = imported(review, zip(STAGED), Map.of());
            assertThat(found.stageTold()).isTrue();
            assertThat(said(review, 1))
                    .containsExactlyInAnyOrder(
                            "ann@example.org TITLE_ABSTRACT EXCLUDE wrong, dose",
                            "bob@example.org TITLE_ABSTRACT INCLUDE",
                            "bob@example.org FULL_TEXT EXCLUDE too old");
        }
    }

    @Test
    void anUnpackedExportIsReadWithTheLogBesideIt() throws IOException {
        Path articles = Files.writeString(folder.resolve("articles.ris"), ARTICLES);
        Path log = Files.writeString(folder.resolve("customizations_log.csv"), LOG);
        try (Review review = TestReview.create(folder, "Ada")) {
            imported(review, articles, Map.of());
            assertThat(said(review, 1)).hasSize(2);
            assertThatThrownBy(() -> Opened.of(log, Progress.NONE))
                    .isInstanceOf(UnreadableFile.class)
                    .hasMessageContaining("Import the file of articles");
        }
    }

    private static Voices.Found imported(Review review, Path file, Map<String, String> names) {
        try (Opened opened = Opened.of(file, Progress.NONE)) {
            assertThat(opened.parts()).hasSize(1);
            Opened.Part part = opened.parts().getFirst();
            ImportRequest request =
                    ImportRequest.of(part.file()).called(part.name()).withLog(opened.log());
            new Importing(review)
                    .run(request.withDecisions(new DecisionsAs(names, "", Stage.TITLE_ABSTRACT)), Progress.NONE);
            return Importing.survey(request, Progress.NONE).decisions();
        }
    }

    private Path zip(String log) throws IOException {
        Path file = folder.resolve("rayyan.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : Map.of("articles.ris", ARTICLES, "customizations_log.csv", log)
                    .entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static List<String> said(Review review, long record) {
        return review.decisions().history(new RecordId(record)).stream()
                .map(RayyanExportTest::words)
                .sorted()
                .toList();
    }

    private static String words(Decision d) {
        return d.reviewer().name() + " " + d.stage() + " " + d.verdict()
                + (d.reason() == null ? "" : " " + d.reason().label());
    }
}
