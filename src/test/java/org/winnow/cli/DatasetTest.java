package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items from the review's facts and from people, checked, divided, exported, read back and told of. */
class DatasetTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Path review = Path.of("");

    /** Three records are included, the fourth excluded with a reason; two people disagreed on the third. */
    @BeforeEach
    void screenFour() throws IOException {
        review = folder.resolve("r.winnow");
        CommandLineRun.json("new", review, "--title", "Sleep", "--reviewer", "Ada", "--reviewer", "Ben");
        StringBuilder ris = new StringBuilder();
        for (int i = 1; i <= 4; i++) {
            ris.append("TY  - JOUR\nTI  - Report ")
                    .append(i)
                    .append("\nDO  - 10.1000/r")
                    .append(i)
                    .append("\nER  - \n\n");
        }
        CommandLineRun.json("import", review, CommandLineRun.file(folder.resolve("all.ris"), ris.toString()));
        decide("title-abstract", "Ada", "1,include,\n2,include,\n3,include,\n4,include,\n");
        decide("title-abstract", "Ben", "1,include,\n2,include,\n3,exclude,\n4,include,\n");
        Path settled = Files.writeString(folder.resolve("s.csv"), "record,decision,reason\n3,include,\n");
        CommandLineRun.json("resolve", review, "--stage", "title-abstract", "--reviewer", "Ada", "--from", settled);
        decide("full-text", "Ada", "1,include,\n2,include,\n3,include,\n4,exclude,Wrong population\n");
        decide("full-text", "Ben", "1,include,\n2,include,\n3,include,\n4,exclude,Wrong population\n");
    }

    private void decide(String stage, String who, String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("d.csv"), "record,decision,reason\n" + rows);
        CommandLineRun.json("decide", review, "--stage", stage, "--reviewer", who, "--from", file);
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private JsonNode item(String question) {
        for (JsonNode item : CommandLineRun.json("dataset", "list", review)) {
            if (item.get("question").asText().contains(question)) {
                return item;
            }
        }
        throw new AssertionError("no item asks " + question);
    }

    @Test
    void factsAreDraftedOnceCheckedByPeopleAndExportedInEveryForm() throws IOException {
        Path empty = folder.resolve("empty.winnow");
        CommandLineRun.json("backup", review, "--out", empty);
        assertThat(CommandLineRun.json("dataset", "derive", review).get("new").asInt())
                .isEqualTo(5);
        assertThat(CommandLineRun.json("dataset", "derive", review).get("new").asInt())
                .isZero();
        assertThat(item("“Report 4” excluded at full text?").get("answer").asText())
                .isEqualTo("Wrong population.");

        CommandLineRun.json(
                "dataset",
                "add",
                review,
                "--reviewer",
                "Ada",
                "--report",
                "1",
                "--question",
                "=Who slept?",
                "--answer",
                "Nurses.");
        String included = item("“Report 2” included").get("id").asText();
        String rejected = item("“Report 3” included").get("id").asText();
        Path marks = Files.writeString(
                folder.resolve("m.csv"),
                "id,state,answer\n" + included + ",edited,Yes: all people agreed.\n" + rejected
                        + ",rejected,\nnone,accepted,\n");
        JsonNode marked = CommandLineRun.json("dataset", "mark", review, "--reviewer", "Ben", "--from", marks);
        assertThat(marked.get("applied").asInt()).isEqualTo(2);
        assertThat(marked.at("/rejected/0/line").asInt()).isEqualTo(4);

        Path out = folder.resolve("dataset");
        JsonNode account = CommandLineRun.json(
                "dataset", "export", review, "--out", out, "--test", "0", "--validation", "0", "--record");

        assertThat(account.at("/states/edited").asInt()).isEqualTo(1);
        assertThat(account.at("/checked_by/Ben").asInt()).isEqualTo(2);
        assertThat(lines(out.resolve("sft-chat.train.jsonl")))
                .extracting(l -> l.at("/messages/2/content").asText())
                .containsExactlyInAnyOrder("Nurses. [doi:10.1000/r1]", "Yes: all people agreed. [doi:10.1000/r2]");
        assertThat(lines(out.resolve("preferences.train.jsonl")))
                .extracting(l -> l.get("how").asText() + ": " + l.get("chosen").asText() + " > "
                        + l.get("rejected").asText())
                .containsExactlyInAnyOrder("edited: Yes: all people agreed. > Yes.", "conflict: Include. > Exclude.");
        assertThat(Files.readString(out.resolve("instruction_output.csv")))
                .contains("'=Who slept?,Nurses. [doi:10.1000/r1]");
        aCopyReadsTheSame(out);
        aReviewWithTheSameReportsReadsEveryForm(out, empty);
    }

    /** What is exported is exported again by a review that had nothing but the file, once people stand for it. */
    private void aReviewWithTheSameReportsReadsEveryForm(Path out, Path empty) throws IOException {
        for (String form : List.of(
                "dataset.jsonl",
                "sft-chat.train.jsonl",
                "sft-instruction.train.jsonl",
                "instruction_output.csv",
                "preferences.train.jsonl",
                "ranked.train.jsonl")) {
            Path other = folder.resolve(form + ".winnow");
            Files.copy(empty, other);
            CommandLineRun.json("dataset", "import", other, out.resolve(form));
            StringBuilder marks = new StringBuilder("id,state\n");
            CommandLineRun.json("dataset", "list", other)
                    .forEach(item -> marks.append(
                            item.get("state").asText().equals("draft") && !form.startsWith("dataset")
                                    ? item.get("id").asText() + ",accepted\n"
                                    : ""));
            Path accepted = Files.writeString(folder.resolve("a.csv"), marks);
            CommandLineRun.json("dataset", "mark", other, "--reviewer", "Ben", "--from", accepted);
            Path again = folder.resolve(form + "-again");
            CommandLineRun.json("dataset", "export", other, "--out", again, "--test", "0", "--validation", "0");
            assertThat(Files.readAllLines(again.resolve(form)))
                    .as(form)
                    .containsExactlyInAnyOrderElementsOf(Files.readAllLines(out.resolve(form)));
        }
    }

    private void aCopyReadsTheSame(Path out) throws IOException {
        Path copy = folder.resolve("copy.winnow");
        CommandLineRun.json("backup", review, "--out", copy);
        assertThat(CommandLineRun.json("dataset", "import", copy, out.resolve("dataset.jsonl"))
                        .get("new")
                        .asInt())
                .isZero();
        for (String known : List.of("sft-chat.train.jsonl", "instruction_output.csv")) {
            assertThat(CommandLineRun.json("dataset", "import", copy, out.resolve(known))
                            .get("new")
                            .asInt())
                    .as(known)
                    .isZero();
        }
        Path bad = Files.writeString(folder.resolve("bad.jsonl"), "{\"question\": \"Why?\"}\nno\n");
        JsonNode refused = CommandLineRun.json("dataset", "import", copy, bad);
        assertThat(refused.get("rejected")).hasSize(2);
        assertThat(refused.at("/rejected/1/line").asInt()).isEqualTo(2);
    }

    @Test
    void theCardSaysWhatIsOnRecordAndItsChecksumsHold() throws Exception {
        CommandLineRun.json("dataset", "derive", review);
        Path data = folder.resolve("data");
        CommandLineRun.of("dataset", "export", review, "--out", data, "--record");
        Path tuning = Files.writeString(folder.resolve("t.json"), """
                {"base": {"name": "e5", "licence": "Apache-2.0"}, "objective": "screening", "steps": 300,
                    "settings": {"method": "lora", "rank": 8}}
                """);
        Path out = folder.resolve("card");

        JsonNode told = CommandLineRun.json("card", review, "--out", out, "--run", "tuning=" + tuning, "--add", data);

        assertThat(told.get("left_out")).extracting(JsonNode::asText).contains("data/pretrain.train.jsonl");
        JsonNode checklist = JSON.readTree(Files.readString(out.resolve("checklist.json")));
        assertThat(checklist.toString())
                .contains("rank 8")
                .contains("The base model is e5. Its licence is Apache-2.0.")
                .contains("method lora for the objective screening")
                .contains("16g");
        assertThat(Files.readString(out.resolve("LICENCES.txt")))
                .contains("Apache-2.0: https://www.apache.org/licenses/LICENSE-2.0", "- e5");
        assertThat(Files.readString(out.resolve("licences/Apache-2.0.txt"))).contains("Version 2.0, January 2004");
        for (String line : Files.readAllLines(out.resolve("SHA256SUMS"))) {
            String[] cells = line.split("  ");
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(out.resolve(cells[1])));
            assertThat(HexFormat.of().formatHex(hash)).as(cells[1]).isEqualTo(cells[0]);
        }
    }
}
