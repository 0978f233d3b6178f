package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.embedding.TunedNetwork;
import org.winnow.fulltext.Article;
import org.winnow.fulltext.ArticleReader;
import org.winnow.fulltext.PaperFixture;
import org.winnow.fulltext.layout.PageText;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/** Questions to the included papers, from PDFs to quotes. */
class AskTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One paper is read in seconds; the set has questions to twelve more. */
    private static final String QUICK = "cermine_test2";

    @TempDir
    static Path folder;

    private static Path twoPapers = Path.of("");

    /** What two questions to two papers gave, asked once. */
    private static JsonNode answers = MissingNode.getInstance();

    @BeforeAll
    static void twoPapers() throws IOException {
        twoPapers = review(
                "two",
                List.of(
                        paper(
                                "coffee",
                                "We recruited forty-two nurses who work at night in three hos-",
                                "pitals of the town. Each of them drank two cups of coffee in the evening.",
                                "Sleep was measured with a watch that every nurse wore on the wrist."),
                        paper(
                                "gardens",
                                "The soil of the garden was dug over in the spring and again in autumn.",
                                "Roses were planted along the wall that faces south, four feet apart.",
                                "Every rose was pruned to the third bud before the first frost came.")));
        answers = CommandLineRun.json(
                        "ask",
                        twoPapers,
                        "How many nurses were recruited in the hospitals?",
                        "What was the mean price of crude oil in Norway?")
                .get("answers");
    }

    /** A review in which these files are the full texts of its included reports, numbered from 1. */
    private static Path review(String name, List<Path> pdfs) throws IOException {
        Path review = folder.resolve(name + ".winnow");
        CommandLineRun.json("new", review, "--title", "R", "--reviewer", "Ada", "--screeners-per-record", "1");
        StringBuilder ris = new StringBuilder();
        StringBuilder decisions = new StringBuilder("record,decision\n");
        for (int i = 1; i <= pdfs.size(); i++) {
            ris.append("TY  - JOUR\nTI  - Report ").append(i).append("\nER  - \n\n");
            decisions.append(i).append(",include\n");
        }
        CommandLineRun.json("import", review, CommandLineRun.file(folder.resolve("all.ris"), ris.toString()));
        Path file = Files.writeString(folder.resolve("d.csv"), decisions);
        for (String stage : List.of("title-abstract", "full-text")) {
            CommandLineRun.json("decide", review, "--stage", stage, "--reviewer", "Ada", "--from", file);
        }
        for (int i = 0; i < pdfs.size(); i++) {
            CommandLineRun.json("attach", review, pdfs.get(i), "--to", i + 1);
        }
        return review;
    }

    private static Path paper(String name, String... lines) {
        PaperFixture paper = PaperFixture.paper();
        paper.line(60, 90, 18, true, "A trial of " + name).line(60, 130, 11, false, "Ada Byron");
        paper.line(60, 160, 12, true, "1. Methods");
        for (int i = 0; i < lines.length; i++) {
            paper.line(60, 176 + 12 * i, 10, false, lines[i]);
        }
        return paper.save(folder.resolve(name + ".pdf"));
    }

    @Test
    void theBestSentenceIsTheAnswerWithItsReportPageAndTheLettersOfThePage() {
        JsonNode said = answers.get(0).get("sentences").get(0);

        assertThat(said.get("text").asText())
                .isEqualTo("We recruited forty-two nurses who work at night in three hospitals of the town.");
        assertThat(said.get("report").asLong()).isEqualTo(1);
        assertThat(said.get("file").asText()).isEqualTo("coffee.pdf");
        assertThat(said.get("quotes").get(0).get("page").asInt()).isEqualTo(1);
        assertThat(said.get("quotes").get(0).get("words").asText()).contains("three hos-\npitals");
    }

    @Test
    void whatNoPaperSaysIsNotInThePapers() {
        assertThat(answers.get(1).get("found").asBoolean()).isFalse();
        assertThat(answers.get(1).get("sentences")).isEmpty();
    }

    @Test
    void everyPaperAnswersByItselfAndTheTableHasARowForEach() throws IOException {
        Path table = folder.resolve("answers.csv");

        JsonNode papers = CommandLineRun.json("ask", twoPapers, "How was sleep measured?", "--out", table)
                .at("/answers/0/papers");

        assertThat(papers.get(0).get("found").asBoolean()).isTrue();
        assertThat(papers.get(1).get("found").asBoolean()).isFalse();
        assertThat(Files.readAllLines(table))
                .hasSize(3)
                .anyMatch(row -> row.startsWith("1,Report 1,How was sleep measured?,") && row.contains("watch"))
                .anyMatch(row -> row.equals("2,Report 2,How was sleep measured?,,,,"));
    }

    @Test
    void aRunIsKeptInOneFileThatRepeatsIt() throws IOException {
        Path set = Files.writeString(folder.resolve("set.jsonl"), """
                {"question": "How many nurses were recruited in the hospitals?", "report": 1, "quote": "forty-two nurses"}
                {"claim": "Roses were planted along the wall that faces south.", "label": "supported"}
                {"claim": "Roses were never planted along the wall that faces south.", "label": "refuted"}
                {"claim": "The price of crude oil rose in Norway.", "label": "not enough information"}
                """);
        Path run = folder.resolve("run.json");

        JsonNode first = CommandLineRun.json("evaluate", twoPapers, "--questions", set, "--out", run);
        assertThat(first.at("/right_sentence_first/of").asInt()).isEqualTo(1);
        assertThat(first.at("/citation_correct/of").asInt()).isEqualTo(1);
        for (String label : List.of("supported", "refuted", "not enough information")) {
            assertThat(first.at("/labels/" + label + "/value").asDouble())
                    .as(label)
                    .isEqualTo(1);
        }
        assertThat(CommandLineRun.json("evaluate", twoPapers, "--again", run)
                        .get("same")
                        .asBoolean())
                .isTrue();

        Files.writeString(run, Files.readString(run).replaceFirst("\"threshold\" : 0\\.\\d+", "\"threshold\" : 0.99"));
        CommandLineRun other = CommandLineRun.of("evaluate", twoPapers, "--again", run, "--json");
        assertThat(other.status()).isEqualTo(Failure.FOUND);
        assertThat(other.json().get("same").asBoolean()).isFalse();
    }

    @Test
    void whatIsSharedAnswersTheSameWithoutTheReview() {
        Path shared = folder.resolve("shared.zip");
        CommandLineRun.json("card", twoPapers, "--ask", "--with-texts", "--out", shared);

        JsonNode there = CommandLineRun.json(
                        "ask",
                        shared,
                        "How many nurses were recruited in the hospitals?",
                        "What was the mean price of crude oil in Norway?")
                .get("answers");
        assertThat(there).isEqualTo(answers);

        Path bare = folder.resolve("bare");
        assertThat(CommandLineRun.json("card", twoPapers, "--ask", "--out", bare)
                        .get("left_out")
                        .toString())
                .isEqualTo("[\"Report 1\",\"Report 2\"]");
        assertThat(CommandLineRun.json("ask", bare, "How many nurses?")
                        .at("/without/0/why")
                        .asText())
                .isEqualTo("not given away, its licence is unknown");
    }

    @Test
    void aTunedNetworkFindsThePassagesOnceItIsInUseAlsoForWhomTheyAreSharedWith() throws IOException {
        Path tuned = Files.createDirectories(folder.resolve("tuned"));
        for (String[] file : new String[][] {{".onnx", "model.onnx"}, {"-tokenizer.json", "tokenizer.json"}}) {
            try (var in = AskTest.class.getResourceAsStream("/all-minilm-l6-v2-q" + file[0])) {
                Files.write(tuned.resolve(file[1]), in.readAllBytes());
            }
        }
        Files.writeString(tuned.resolve("tuning.json"), "{\"files\": {\"model.onnx\": \"0123456789abcdef\"}}");
        Path review = Files.copy(twoPapers, folder.resolve("two-tuned.winnow"));
        Files.createSymbolicLink(folder.resolve("two-tuned.fulltexts"), folder.resolve("two.fulltexts"));
        Path set = Files.writeString(folder.resolve("one.jsonl"), """
                {"question": "How many nurses were recruited in the hospitals?", "report": 1, "quote": "forty-two nurses"}
                """);

        JsonNode trial = CommandLineRun.json("evaluate", review, "--questions", set, "--tuned", tuned);
        assertThat(trial.at("/tuned/both/recall_at_5/of").asInt()).isEqualTo(1);
        assertThat(trial.get("in_use").asBoolean())
                .as("one question tells nothing")
                .isFalse();
        String question = "How was sleep measured?";
        String usual =
                CommandLineRun.json("ask", review, question).get("network").asText();
        assertThat(usual).doesNotContain("tuned");

        try (Review open = Review.open(review, Clock.systemUTC())) {
            open.write(TunedNetwork.use(TunedNetwork.RETRIEVAL, "0123456789abcdef", tuned));
        }
        JsonNode asked = CommandLineRun.json("ask", review, question);
        assertThat(asked.get("network").asText()).startsWith(usual).contains("tuned-0123456789ab");
        Path shared = folder.resolve("shared-tuned.zip");
        CommandLineRun.json("card", review, "--ask", "--with-texts", "--out", shared);
        Files.delete(tuned.resolve("model.onnx"));
        assertThat(CommandLineRun.json("ask", shared, question)).isEqualTo(asked);
        assertThat(CommandLineRun.json("ask", review, question).get("network").asText())
                .as("without its files the usual network finds")
                .isEqualTo(usual);
    }

    @Test
    void whatHasChangedSinceARunIsToldAnswerByAnswer() throws IOException {
        Path set = Files.writeString(folder.resolve("living.jsonl"), """
                {"question": "How many nurses were recruited in the hospitals?", "report": 1, "quote": "forty-two nurses"}
                {"question": "Where were the roses planted?", "report": 2, "quote": "along the wall that faces south"}
                """);
        Path run = folder.resolve("before.json");
        CommandLineRun.json("evaluate", twoPapers, "--questions", set, "--out", run);
        assertThat(CommandLineRun.of("evaluate", twoPapers, "--since", run).status())
                .isEqualTo(Failure.DONE);

        Path fewer = review("fewer", List.of(folder.resolve("coffee.pdf")));
        Path picture = folder.resolve("changes.svg");
        CommandLineRun later = CommandLineRun.of("evaluate", fewer, "--since", run, "--changes", picture, "--json");
        assertThat(later.status()).isEqualTo(Failure.FOUND);
        assertThat(later.json().get("papers_gone").asInt()).isEqualTo(1);
        assertThat(later.json().get("worse").asInt()).isEqualTo(1);
        assertThat(later.json().at("/changed/0/question").asText()).isEqualTo("Where were the roses planted?");
        assertThat(later.json().at("/changed/0/now").asText()).isEqualTo("Could not be asked");
        assertThat(picture).content().contains("Right sentence first").contains("Could not be asked");
        Path table = folder.resolve("changes.csv");
        CommandLineRun.of("evaluate", fewer, "--since", run, "--changes", table);
        assertThat(table).content().contains("Where were the roses planted?,Right sentence first,\"Roses were planted");
    }

    @Test
    void aSetOfQuestionsThatIsNoneIsRefusedWithItsLine() throws IOException {
        Path set = Files.writeString(folder.resolve("q.jsonl"), "{\"question\": \"Why?\"}\n");

        CommandLineRun run = CommandLineRun.of("evaluate", folder.resolve("none.winnow"), "--questions", set);

        assertThat(run.err()).contains("line 1").contains("report (a record's number)");
    }

    @Test
    void inARealPaperEveryQuoteStandsOnItsPageAndMostQuestionsFindTheirPassage() throws IOException {
        assumeThat(System.getenv("WINNOW_TEST_DATA"))
                .as("WINNOW_TEST_DATA names no folder with real papers")
                .isNotNull();
        Path papers = Path.of(System.getenv("WINNOW_TEST_DATA"), "pdf", "articles");
        List<Map<String, Object>> questions = new ArrayList<>();
        for (String line : lines("/org/winnow/dfllm/questions.tsv")) {
            String[] cells = line.split("\t");
            if (cells[0].equals(QUICK) && questions.size() < 2) {
                questions.add(Map.of("question", cells[1], "report", 1, "quote", cells[2]));
            }
        }
        List<Path> pdfs = List.of(papers.resolve(QUICK + ".pdf"));
        Path review = review("real", pdfs);
        StringBuilder set = new StringBuilder();
        for (Map<String, Object> question : questions) {
            set.append(JSON.writeValueAsString(question)).append('\n');
        }

        JsonNode figures = CommandLineRun.json(
                "evaluate", review, "--questions", Files.writeString(folder.resolve("q.jsonl"), set));
        assertThat(figures.at("/retrieval/both/recall_at_5/value").asDouble()).isGreaterThan(0.5);

        List<Object> ask = new ArrayList<>(List.of("ask", review));
        questions.forEach(q -> ask.add(q.get("question")));
        JsonNode answers = CommandLineRun.json(ask.toArray());
        List<Article> articles = pdfs.stream()
                .map(pdf -> ArticleReader.USUAL.read(pdf, "", Progress.NONE))
                .toList();
        for (JsonNode answer : answers.get("answers")) {
            for (JsonNode said : answer.get("sentences")) {
                onItsPage(articles.get(said.get("report").asInt() - 1), said);
            }
        }
    }

    private static void onItsPage(Article article, JsonNode said) {
        for (JsonNode quote : said.get("quotes")) {
            PageText page = article.text().stream()
                    .filter(p -> p.page() == quote.get("page").asInt())
                    .findFirst()
                    .orElseThrow();
            assertThat(page.text()
                            .substring(
                                    quote.get("start").asInt(), quote.get("end").asInt()))
                    .isEqualTo(quote.get("words").asText());
        }
    }

    private static List<String> lines(String resource) throws IOException {
        try (var in = AskTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
