package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.fulltext.Article;
import org.winnow.fulltext.ArticleReader;
import org.winnow.fulltext.PaperFixture;
import org.winnow.fulltext.layout.PageText;
import org.winnow.work.Progress;

/** A corpus of the included reports, from PDFs to passages. */
class CorpusTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Path review = Path.of("");

    @BeforeEach
    void aReviewWithThreeIncludedReportsOfWhichTwoHaveFullTexts() throws IOException {
        review = folder.resolve("r.winnow");
        CommandLineRun.json("new", review, "--title", "R", "--reviewer", "Ada", "--screeners-per-record", "1");
        StringBuilder ris = new StringBuilder();
        for (String title : List.of("Coffee before sleep", "Tea before sleep", "Milk before sleep", "Left out")) {
            ris.append("TY  - JOUR\nTI  - ").append(title).append("\nER  - \n\n");
        }
        CommandLineRun.json("import", review, CommandLineRun.file(folder.resolve("four.ris"), ris.toString()));
        Path decisions = Files.writeString(
                folder.resolve("d.csv"), "record,decision\n1,include\n2,include\n3,include\n4,exclude\n");
        CommandLineRun.json(
                "decide", review, "--stage", "title-abstract", "--reviewer", "Ada", "--from", decisions.toString());
        Path fullText =
                Files.writeString(folder.resolve("f.csv"), "record,decision\n1,include\n2,include\n3,include\n");
        CommandLineRun.json(
                "decide", review, "--stage", "full-text", "--reviewer", "Ada", "--from", fullText.toString());
        attach(1, "Coffee");
        attach(2, "Tea");
    }

    private void attach(int record, String drink) throws IOException {
        Path pdf = folder.resolve(drink + ".pdf");
        PaperFixture paper = PaperFixture.paper();
        paper.line(60, 90, 18, true, drink + " before sleep").line(60, 130, 11, false, "Ada Byron");
        paper.line(60, 160, 12, true, "1. Methods");
        float y = paragraph(
                paper,
                176,
                "We gave " + drink.toLowerCase(java.util.Locale.ROOT) + " to people who",
                "work at "
                        + (record == 1
                                ? "night in hospitals and asked how they had"
                                : "day in offices and measured for how long they"),
                "slept. Nobody knew what the cup had held be-",
                "fore it was drunk.");
        paper.line(60, y + 20, 12, true, "2. Results");
        y = paragraph(
                paper,
                y + 36,
                "Those who had " + drink + " slept "
                        + (record == 1
                                ? "one hour less (95% CI 0.5 to 1.5 h)"
                                : "as long as the others did, on any day"),
                "in the week that " + (record == 1 ? "they had it in." : "followed upon the first."));
        paper.line(60, y + 20, 12, true, "Funding");
        paragraph(paper, y + 36, "A maker of cups paid for it all.");
        paper.save(pdf);
        CommandLineRun.json("attach", review, pdf, "--to", String.valueOf(record));
    }

    private static float paragraph(PaperFixture paper, float y, String... lines) {
        for (int i = 0; i < lines.length; i++) {
            paper.line(60, y + 12 * i, 10, false, lines[i]);
        }
        return y + 12 * lines.length;
    }

    private List<JsonNode> passages() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("out/corpus.jsonl"))) {
            all.add(JSON.readTree(line));
        }
        return all;
    }

    /** What the pages say where a passage says that it stands. */
    private String words(JsonNode passage) throws IOException {
        StringBuilder words = new StringBuilder();
        for (JsonNode span : passage.get("spans")) {
            for (String line : Files.readAllLines(folder.resolve("out/pages.jsonl"))) {
                JsonNode page = JSON.readTree(line);
                if (page.get("file_sha256").equals(passage.get("file_sha256"))
                        && page.get("page").equals(span.get("page"))) {
                    words.append(' ')
                            .append(
                                    page.get("text").asText(),
                                    span.get("start").asInt(),
                                    span.get("end").asInt());
                }
            }
        }
        // Hyphens at line ends are mended in passages.
        return words.toString().replaceAll("-\n", "").replaceAll("\\s+", " ").strip();
    }

    @Test
    void passagesOfIncludedReportsKnowWhereTheyStandAndTheRestIsAccountedFor() throws IOException {
        JsonNode account = CommandLineRun.json("corpus", review, "--out", folder.resolve("out"));

        assertThat(account).isEqualTo(JSON.readTree(Files.readAllBytes(folder.resolve("out/corpus.json"))));
        assertThat(account.get("reports").asInt()).isEqualTo(3);
        assertThat(account.get("papers")).hasSize(2);
        assertThat(account.get("without")).singleElement().satisfies(m -> {
            assertThat(m.get("report").asLong()).isEqualTo(3);
            assertThat(m.get("why").asText()).isEqualTo("no full text is attached");
        });
        assertThat(account.get("papers").get(0).get("left_out").toString()).contains("Funding", "front matter");
        assertThat(passages()).hasSize(4);
        assertThat(passages()).allSatisfy(passage -> assertThat(words(passage))
                .isEqualTo(passage.get("text").asText().replaceAll("\\s+", " ")));
        assertThat(passages().get(0).get("text").asText())
                .isEqualTo(
                        "We gave coffee to people who work at night in hospitals and asked how they had slept. Nobody knew"
                                + " what the cup had held before it was drunk.");
        assertThat(passages().get(1).get("text").asText()).contains("95% CI 0.5 to 1.5 h");
        assertThat(passages().toString()).doesNotContain("maker of cups");
        Article article = ArticleReader.USUAL.read(folder.resolve("Coffee.pdf"), "", Progress.NONE);
        PageText page = article.text().get(0);
        JsonNode span = passages().get(1).get("spans").get(0);
        assertThat(page.text()
                        .substring(span.get("start").asInt(), span.get("end").asInt())
                        .replace('\n', ' '))
                .isEqualTo(passages().get(1).get("text").asText());
    }

    @Test
    void theSameAgainIsTheSameAndSettingsChangeIt() throws IOException {
        CommandLineRun.json("corpus", review, "--out", folder.resolve("out"));
        byte[] first = Files.readAllBytes(folder.resolve("out/corpus.jsonl"));
        CommandLineRun.json("corpus", review, "--out", folder.resolve("out"));
        assertThat(Files.readAllBytes(folder.resolve("out/corpus.jsonl"))).isEqualTo(first);

        CommandLineRun.json("corpus", review, "--out", folder.resolve("out"), "--keep", "funding");
        assertThat(passages().toString()).contains("A maker of cups paid for it all.");
        JsonNode none = CommandLineRun.json("corpus", review, "--out", folder.resolve("out"), "--licence", "CC-BY-4.0");
        assertThat(none.get("chunks").asInt()).isZero();
        assertThat(none.get("without").toString()).contains("its licence, unknown, is not among those chosen");
    }
}
