package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.fulltext.PaperFixture;
import org.winnow.model.RecordId;
import org.winnow.store.Attachments.Attachment;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;

/** PDFs into a review from the command line. */
class AttachTest {
    @TempDir
    Path folder;

    private Path review = Path.of("");
    private Path pdfs = Path.of("");

    @BeforeEach
    void aReviewOfTwoRecordsAndAFolderOfPdfs() throws IOException {
        review = folder.resolve("r.winnow");
        CommandLineRun.json("new", review, "--title", "R", "--reviewer", "Ada");
        CommandLineRun.json("import", review, CommandLineRun.file(folder.resolve("two.ris"), """
                        TY  - JOUR
                        TI  - Coffee before sleep: a randomised trial
                        AU  - Byron, Ada
                        PY  - 2019
                        ER  -

                        TY  - JOUR
                        TI  - Tea after lunch in four offices
                        AU  - Roe, Richard
                        PY  - 2018
                        ER  -
                        """));
        pdfs = Files.createDirectories(folder.resolve("pdfs/deeper"));
        paper("Coffee before sleep: a randomised trial", "Ada Byron").save(pdfs.resolve("1.pdf"));
        paper("A paper that nobody has found before", "Nemo Nobody").save(pdfs.resolve("2.pdf"));
        Files.writeString(pdfs.resolve("3.pdf"), "<html>log in</html>");
        Files.writeString(pdfs.resolve("notes.txt"), "no PDF");
    }

    private static PaperFixture paper(String title, String author) {
        return PaperFixture.paper()
                .line(60, 90, 18, true, title)
                .line(60, 130, 11, false, author)
                .line(60, 160, 10, false, "Caffeine was given in capsules of two hundred milligrams.");
    }

    private List<Attachment> attachments(long record) {
        try (Review open = Review.openReadOnly(review)) {
            return open.attachments().of(new RecordId(record));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withAReviewerTheMarksOfAFileComeInWhoeverChoseItsRecord(boolean chosen) throws IOException {
        Path marked = pdfs.resolve("1.pdf");
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(marked))) {
            PDAnnotationText note = new PDAnnotationText();
            note.setRectangle(new PDRectangle(60, 600, 20, 20));
            note.setContents("Look at the dose");
            document.getPage(0).setAnnotations(List.of(note));
            document.save(marked.toFile());
        }
        List<Object> command = new ArrayList<>(List.of("attach", review, marked, "--reviewer", "Ada"));
        if (chosen) {
            command.addAll(List.of("--to", 2));
        }

        CommandLineRun.json(command.toArray());

        Path table = folder.resolve("marks.csv");
        JsonNode marks = CommandLineRun.json("annotations", review, "--out", table);
        assertThat(marks.get("annotations")).singleElement().satisfies(mark -> {
            assertThat(mark.get("record").asLong()).isEqualTo(chosen ? 2 : 1);
            assertThat(mark.get("comment").asText()).isEqualTo("Look at the dose");
        });
        assertThat(Files.readAllLines(table)).hasSize(2).last().asString().contains("Look at the dose");
    }

    @Test
    void aFolderIsLookedThroughAndEveryFileIsAccountedFor() {
        JsonNode told = CommandLineRun.json("attach", review, folder.resolve("pdfs"));

        assertThat(told.get("matched")).hasSize(1);
        assertThat(told.get("matched").get(0).get("record").asLong()).isEqualTo(1);
        assertThat(told.get("matched").get(0).get("file").asText()).endsWith("1.pdf");
        assertThat(told.get("unmatched")).hasSize(2);
        assertThat(told.get("unmatched").toString()).contains("2.pdf", "No record", "3.pdf", "web page");
        assertThat(attachments(1)).singleElement().satisfies(a -> assertThat(
                        folder.resolve("r.fulltexts").resolve(a.sha256() + ".pdf"))
                .exists());
    }

    @Test
    void theSameFileAgainIsKeptOnce() throws IOException {
        CommandLineRun.json("attach", review, pdfs.resolve("1.pdf"));
        CommandLineRun.json("attach", review, pdfs.resolve("1.pdf"));

        assertThat(attachments(1)).hasSize(1);
        try (var kept = Files.list(folder.resolve("r.fulltexts"))) {
            assertThat(kept).hasSize(1);
        }
    }

    @Test
    void aPersonMayChooseTheRecordAndTheTextIsFound() {
        CommandLineRun.json("attach", review, pdfs.resolve("2.pdf"), "--to", "2");

        assertThat(attachments(2)).extracting(Attachment::how).containsExactly("chosen by a person");
        try (Review open = Review.openReadOnly(review)) {
            assertThat(open.attachments().search("caffeine capsules"))
                    .singleElement()
                    .satisfies(hit -> {
                        assertThat(hit.record()).isEqualTo(new RecordId(2));
                        assertThat(hit.page()).isEqualTo(1);
                        assertThat(hit.snippet()).contains("\u0002Caffeine\u0003");
                    });
        }
    }

    @Test
    void undoTakesTheAttachmentBackAndRedoBringsItAgain() {
        CommandLineRun.json("attach", review, pdfs.resolve("1.pdf"));

        try (Review open = Review.open(review, TestReview.CLOCK)) {
            open.undo();
            assertThat(open.attachments().of(new RecordId(1))).isEmpty();
            assertThat(open.attachments().search("caffeine")).isEmpty();
            open.redo();
            assertThat(open.attachments().of(new RecordId(1))).hasSize(1);
            assertThat(open.check()).isEmpty();
        }
    }

    @Test
    void fulltextTellsWhatAPdfSays() {
        JsonNode told = CommandLineRun.json("fulltext", pdfs.resolve("1.pdf"));

        assertThat(told.get("title").asText()).isEqualTo("Coffee before sleep: a randomised trial");
        assertThat(told.get("pages").asInt()).isEqualTo(1);
        assertThat(told.get("sections").toString()).contains("two hundred milligrams");
        assertThat(CommandLineRun.of("fulltext", pdfs.resolve("3.pdf")).status())
                .isEqualTo(3);
    }
}
