package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.dfllm.card.Drafts;
import org.winnow.dfllm.card.Runs;
import org.winnow.model.Sha256;
import org.winnow.store.Criteria;
import org.winnow.store.Review;
import org.winnow.testkit.ModelServer;

/** Suggestions in screening and models that come back, by commands. */
class SuggestTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path review(int records, int decided) throws IOException {
        Path review = folder.resolve("r.winnow");
        CommandLineRun.json("new", review, "--title", "R", "--reviewer", "Ada", "--screeners-per-record", "1");
        StringBuilder ris = new StringBuilder();
        StringBuilder decisions = new StringBuilder("record,decision\n");
        for (int i = 1; i <= records; i++) {
            ris.append("TY  - JOUR\nTI  - Sleep of ")
                    .append(i % 2 == 0 ? "nurses" : "rats")
                    .append(" no. ")
                    .append(i)
                    .append("\nER  - \n\n");
            if (i <= decided) {
                decisions.append(i).append(i % 2 == 0 ? ",include\n" : ",exclude\n");
            }
        }
        CommandLineRun.json("import", review, CommandLineRun.file(folder.resolve("a.ris"), ris.toString()));
        Path file = Files.writeString(folder.resolve("d.csv"), decisions);
        CommandLineRun.json("decide", review, "--stage", "title-abstract", "--reviewer", "Ada", "--from", file);
        try (Review open = Review.open(review, Clock.systemUTC())) {
            open.write(Criteria.ensure("Not in people"));
        }
        return review;
    }

    @Test
    void aModelIsMeasuredAskedAndShownAsTheTeamSets() throws IOException {
        Path review = review(14, 12);
        try (ModelServer server = new ModelServer(asked -> "{\"reasons\": [{\"reason\": 1, \"applies\": \""
                + (asked.contains("rats") ? "yes" : "no") + "\", \"quote\": \"\", \"confidence\": 1}]}")) {
            CommandLineRun notAllowed = CommandLineRun.of("suggest", review, "--sample", "10");
            assertThat(notAllowed.status()).isEqualTo(Failure.USAGE);
            assertThat(notAllowed.err()).contains("Nothing was sent");
            CommandLineRun.json(
                    "models",
                    "allow",
                    review,
                    "--address",
                    server.address(),
                    "--model",
                    "tiny",
                    "--send",
                    "records",
                    "--reviewer",
                    "Ada",
                    "--yes");
            assertThat(CommandLineRun.json("suggest", review, "--show")
                            .at("/would_be_sent/0")
                            .asText())
                    .contains("Not in people", "Sleep of rats no. 1");
            assertThat(server.asked()).isEmpty();

            CommandLineRun.json("suggest", review, "--shown", "after", "--needs", "10", "--reviewer", "Ada");
            JsonNode measured = CommandLineRun.json("suggest", review, "--sample", "10");
            assertThat(measured.get("shown").asText()).isEqualTo("after");
            assertThat(measured.at("/measured/tiny/records").asInt()).isEqualTo(10);
            assertThat(measured.at("/measured/tiny/kappa/value").asDouble()).isEqualTo(1);
            JsonNode asked = CommandLineRun.json("suggest", review, "--next", "5");

            assertThat(asked.get("suggestions")).hasSize(12);
            assertThat(CommandLineRun.json("status", review)
                            .at("/stages/title-abstract/undecided")
                            .asInt())
                    .isEqualTo(2);
            Path checklist = folder.resolve("c.json");
            CommandLineRun.json("checklist", review, "--kind", "prisma-traice", "--out", checklist);
            assertThat(Files.readString(checklist))
                    .contains("At title and abstract, on 10 records drawn at random", "tiny, llama3.2:3b-instruct");
        }
    }

    @Test
    void aModelThatWasTunedElsewhereIsOnRecord() throws IOException {
        Path review = review(1, 0);
        Path dataset = Files.createDirectory(folder.resolve("dataset"));
        String line =
                "{\"messages\":[{\"role\":\"user\",\"content\":\"Q\"},{\"role\":\"assistant\",\"content\":\"A\"}]}\n";
        Files.writeString(dataset.resolve("sft-chat.train.jsonl"), line);
        Files.writeString(dataset.resolve("sft-chat.validation.jsonl"), "");
        Files.writeString(
                dataset.resolve("dataset.json"),
                JSON.writeValueAsString(Map.of(
                        "files_sha256",
                        Map.of("sft-chat.train.jsonl", Sha256.of(line), "sft-chat.validation.jsonl", Sha256.of("")))));
        Path recipe = folder.resolve("recipe");
        JsonNode written = CommandLineRun.json(
                "recipe", "write", "--dataset", dataset, "--base", "maker/model", "--out", recipe, "--method", "lora");
        assertThat(written.get("files")).hasSize(10);
        Path gguf = Files.write(
                folder.resolve("tuned.gguf"),
                new byte[] {'G', 'G', 'U', 'F', 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});

        Path evaluation = Files.writeString(
                folder.resolve("run.json"),
                "{\"results\": {\"answered\": {\"of\": 7, \"all\": 9}, \"threshold\": 0.4}}");
        CommandLineRun.json(
                "recipe",
                "take",
                review,
                "--recipe",
                recipe,
                "--result",
                gguf,
                "--licence",
                "Apache-2.0",
                "--evaluation",
                evaluation);

        assertThat(CommandLineRun.of("recipe", "list", review).out())
                .contains("maker/model (lora, sft): " + gguf, "evaluated: answered 7 of 9; threshold 0.4")
                .contains("winnow models allow --address " + gguf);
        try (Review open = Review.openReadOnly(review)) {
            JsonNode account = Runs.newest(open, Runs.TUNING).orElseThrow();
            assertThat(account.at("/base/name").asText()).isEqualTo("maker/model");
            assertThat(Drafts.of(open).get("17a")).contains("maker/model", "Apache-2.0");
            assertThat(account.at("/settings/method").asText()).isEqualTo("lora");
            assertThat(account.at("/result/sha256").asText()).isEqualTo(Sha256.of(Files.readAllBytes(gguf)));
        }
    }
}
