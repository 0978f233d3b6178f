package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.dfllm.card.Drafts;
import org.winnow.dfllm.judge.GivenAnswer;
import org.winnow.fulltext.PaperFixture;
import org.winnow.store.Review;
import org.winnow.testkit.ModelServer;

/** Questions to the included papers that a language model answers, from PDFs to checked sentences. */
@TestInstance(Lifecycle.PER_CLASS)
class AskModelTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUESTION = "How many nurses were recruited in the hospitals?";

    @TempDir
    static Path folder;

    private Path review = Path.of("");
    private final ModelServer server = new ModelServer(AskModelTest::answer);

    @BeforeAll
    void twoPapers() throws IOException {
        review = folder.resolve("two.winnow");
        CommandLineRun.json("new", review, "--title", "R", "--reviewer", "Ada", "--screeners-per-record", "1");
        CommandLineRun.json(
                "import",
                review,
                CommandLineRun.file(
                        folder.resolve("all.ris"),
                        "TY  - JOUR\nTI  - Coffee\nER  - \n\nTY  - JOUR\nTI  - Gardens\nER  - \n\n"));
        Path decisions = Files.writeString(folder.resolve("d.csv"), "record,decision\n1,include\n2,include\n");
        for (String stage : List.of("title-abstract", "full-text")) {
            CommandLineRun.json("decide", review, "--stage", stage, "--reviewer", "Ada", "--from", decisions);
        }
        paper(
                1,
                "coffee",
                "We recruited forty-two nurses who work at night in three hos-",
                "pitals of the town. Each of them drank two cups of coffee in the evening.");
        paper(2, "gardens", "Roses were planted along the wall that faces south, four feet apart.", "They throve.");
        CommandLineRun.json(
                "models",
                "allow",
                review,
                "--address",
                server.address(),
                "--model",
                "tiny",
                "--send",
                "passages",
                "--reviewer",
                "Ada",
                "--yes");
    }

    @AfterAll
    void close() {
        server.close();
    }

    private void paper(int record, String name, String... lines) {
        PaperFixture paper = PaperFixture.paper();
        paper.line(60, 90, 18, true, "A trial of " + name).line(60, 160, 12, true, "1. Methods");
        for (int i = 0; i < lines.length; i++) {
            paper.line(60, 176 + 12 * i, 10, false, lines[i]);
        }
        CommandLineRun.json("attach", review, paper.save(folder.resolve(name + ".pdf")), "--to", record);
    }

    /** A model that answers rightly, wrongly, and from nowhere, one sentence each; and by paper where it is asked so. */
    private static String answer(String asked) {
        if (!asked.contains("Passages:")) {
            return "{\"answered\":true,\"sentences\":[\"We recruited forty-two nurses who work at night in three"
                    + " hospitals of the town. [doi:10.1000/x p.1]\"]}";
        }
        Matcher nurses = Pattern.compile("\\[(\\d+)][^\\[]*forty-two nurses").matcher(asked);
        int passage = nurses.find() ? Integer.parseInt(nurses.group(1)) : 0;
        ObjectNode answer = JSON.createObjectNode().put("answered", passage > 0);
        if (!asked.contains("Coffee") || !asked.contains("Gardens")) {
            answer.put("answer", passage > 0 ? "42" : "")
                    .put("passage", passage)
                    .put("quote", passage > 0 ? "recruited forty-two nurses" : "");
            return answer.toString();
        }
        var sentences = answer.putArray("sentences");
        sentences
                .addObject()
                .put("text", "The study recruited forty-two nurses in three hospitals.")
                .put("passage", passage)
                .put("quote", "forty-two NURSES who work at night in three hospitals");
        sentences
                .addObject()
                .put("text", "The study recruited 57 nurses in 3 hospitals.")
                .put("passage", passage)
                .put("quote", "Each of them drank two cups of coffee");
        sentences
                .addObject()
                .put("text", "All nurses slept well.")
                .put("passage", passage)
                .put("quote", "every nurse slept well");
        return answer.toString();
    }

    @Test
    void whatAModelWroteIsEvaluatedAndJudgedAndWhatAPersonAcceptsBecomesAnAnnotation() throws IOException {
        Path own = Files.copy(review, folder.resolve("own.winnow"));
        Files.createSymbolicLink(folder.resolve("own.fulltexts"), folder.resolve("two.fulltexts"));
        Path run = folder.resolve("run.json");
        Path set = Files.writeString(
                folder.resolve("set.jsonl"),
                "{\"question\": \"" + QUESTION + "\", \"report\": 1, \"quote\": \"forty-two nurses\"}\n");

        JsonNode figures = CommandLineRun.json(
                "evaluate", own, "--questions", set, "--model", "tiny", "--alone", "--record", "--out", run);
        assertThat(figures.at("/written_results/answered/of").asInt()).isEqualTo(1);
        assertThat(figures.at("/written_results/right/of").asInt()).isEqualTo(1);
        assertThat(figures.at("/written_results/supported/of").asInt())
                .as("one of its sentences is made up")
                .isZero();
        assertThat(figures.at("/ways/1/passages").asBoolean()).isFalse();
        assertThat(List.of("answered", "supported", "right"))
                .allMatch(what -> figures.at("/ways/1/results/" + what + "/of").asInt() == 1);
        try (Review open = Review.openReadOnly(own)) {
            assertThat(Drafts.of(open).get("18a"))
                    .contains(
                            "From passages, tiny answered 1 of 1",
                            "Without passages, of what it has learnt alone, tiny");
        }
        int sent = server.asked().size();
        assertThat(CommandLineRun.json("evaluate", own, "--again", run)
                        .get("same")
                        .asBoolean())
                .isTrue();
        assertThat(server.asked()).as("the models are asked again, too").hasSize(sent + 2);
        assertThat(GivenAnswer.read(run))
                .extracting(GivenAnswer::sentence)
                .hasSize(2)
                .anyMatch(s -> s.startsWith("The study recruited forty-two nurses"))
                .anyMatch(s -> s.startsWith("We recruited forty-two nurses"));

        CommandLineRun.json("ask", own, QUESTION, "--model", "tiny", "--annotate", "1,2", "--reviewer", "Ada");
        JsonNode marks = CommandLineRun.json("annotations", own);
        assertThat(marks.findValuesAsText("comment")).containsExactly(QUESTION + "\n42");
        assertThat(marks.findValuesAsText("quote").getFirst()).contains("recruited forty-two nurses");
    }

    @Test
    void everySentenceHasTheWordsOfItsPaperAndWhatTheyDoNotSayIsMarked() {
        JsonNode answer =
                CommandLineRun.json("ask", review, QUESTION, "--model", "tiny").at("/answers/0");

        assertThat(answer.get("found").asBoolean()).isTrue();
        JsonNode right = answer.at("/sentences/0");
        assertThat(right.get("supported").asBoolean()).isTrue();
        assertThat(right.at("/source/text").asText())
                .isEqualTo("We recruited forty-two nurses who work at night in three hospitals of the town.");
        assertThat(right.at("/source/report").asInt()).isEqualTo(1);
        assertThat(right.at("/source/quotes/0/page").asInt()).isEqualTo(1);
        assertThat(right.at("/source/quotes/0/words").asText()).contains("three hos-\npitals");
        assertThat(answer.at("/sentences/1/supported").asBoolean()).isFalse();
        assertThat(answer.at("/sentences/1/source/file").asText()).isEqualTo("coffee.pdf");
        assertThat(answer.at("/sentences/2/supported").asBoolean()).isFalse();
        assertThat(answer.at("/sentences/2/source").isNull()).isTrue();
    }

    @Test
    void aTableHasACellForEachPaperWithItsPageAndQuote() throws IOException {
        Path table = folder.resolve("table.csv");

        JsonNode papers = CommandLineRun.json("ask", review, QUESTION, "--model", "tiny", "--out", table)
                .get("papers");

        assertThat(papers.at("/0/answers/0/answer").asText()).isEqualTo("42");
        assertThat(papers.at("/0/answers/0/source/report").asInt()).isEqualTo(1);
        assertThat(papers.at("/1/answers/0/answer").asText()).isEmpty();
        assertThat(Files.readAllLines(table))
                .hasSize(3)
                .startsWith("record,title," + QUESTION + ",page,quote,check")
                .contains("2,Gardens,,,,");
    }

    @Test
    void aUselessAnswerLeavesOneCellOpenAndTheOthersFilled() throws IOException {
        Path table = folder.resolve("useless.csv");
        server.saying("I do not know.").saying("Really not.");

        CommandLineRun.json(
                "ask", review, QUESTION, "Who was recruited in the hospitals?", "--model", "tiny", "--out", table);

        assertThat(Files.readAllLines(table))
                .anyMatch(row -> row.startsWith("1,") && row.contains(",,,,no usable answer,42,"));
    }

    @Test
    void theTableNeedsNoModel() throws IOException {
        Path table = folder.resolve("bare.csv");
        int before = server.asked().size();

        CommandLineRun.json("ask", review, QUESTION, "Where were roses planted?", "--wide", "--out", table);

        assertThat(Files.readAllLines(table)).hasSize(3).anyMatch(row -> row.startsWith("1,Coffee,We recruited"));
        assertThat(server.asked()).hasSize(before);
    }

    @Test
    void whatWouldBeSentIsShownAndNothingIsSent() {
        int before = server.asked().size();

        JsonNode shown = CommandLineRun.json("ask", review, QUESTION, "--show");

        assertThat(shown.at("/would_be_sent/0").asText()).contains(QUESTION, "forty-two nurses");
        assertThat(server.asked()).hasSize(before);
    }

    @Test
    void aReviewThatAllowsNoModelSendsNothingAndSaysHow() throws IOException {
        Path other = Files.copy(review, folder.resolve("other.winnow"));
        JsonNode preview = CommandLineRun.json(
                "models",
                "allow",
                other,
                "--address",
                "https://api.example.org",
                "--model",
                "big",
                "--send",
                "passages,records",
                "--reviewer",
                "Ada");
        assertThat(preview.get("allowed").asBoolean()).isFalse();
        assertThat(preview.get("local").asBoolean()).isFalse();

        CommandLineRun notAllowed = CommandLineRun.of("ask", other, QUESTION, "--model", "big");
        assertThat(notAllowed.status()).isEqualTo(Failure.USAGE);
        assertThat(notAllowed.err()).contains("Nothing was sent").contains("models allow");

        assertThat(CommandLineRun.json("models", "forbid", other)
                        .at("/forbidden/0")
                        .asText())
                .isEqualTo("tiny");
        assertThat(CommandLineRun.of("ask", other, QUESTION, "--model").err()).contains("any language model");
    }

    @Test
    void theRecordOfQuestionsIsListedAndChecked() throws IOException {
        CommandLineRun.json("ask", review, QUESTION, "--model", "tiny");
        JsonNode calls = CommandLineRun.json("models", "calls", review, "--out", folder.resolve("calls.csv"));
        JsonNode call = calls.get(calls.size() - 1);
        assertThat(call.get("input_sha256").asText()).hasSize(64);

        CommandLineRun.json(
                "models", "check", review, call.get("id").asText(), "--reviewer", "Ada", "--found", "wrong");

        JsonNode again = CommandLineRun.json("models", "calls", review);
        assertThat(again.get(again.size() - 1).at("/checked/0/found").asText()).isEqualTo("wrong");
        assertThat(Files.readString(folder.resolve("calls.csv")))
                .contains(call.get("input_sha256").asText());
    }

    @Test
    void aServerIsAskedForItsModelsWhenItIsNamed() {
        JsonNode models = CommandLineRun.json("models", "--address", server.address());
        assertThat(models.findValuesAsText("name")).containsExactly("llama3.2:3b", "qwen3:4b");
        JsonNode all = CommandLineRun.json("models");
        assertThat(all.findValuesAsText("kind")).contains("ranker", "embedding");
        assertThat(all.get(0).get("fits").isBoolean()).isTrue();
    }
}
