package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code simulate} and {@code models} as a person at a terminal meets them. */
class SimulateTest {
    @TempDir
    Path folder;

    private Path table(String column, String yes, String no) throws IOException {
        StringBuilder csv = new StringBuilder("title,abstract," + column + "\n");
        for (int i = 0; i < 60; i++) {
            boolean relevant = i % 6 == 2;
            csv.append(relevant ? "Exercise for back pain " + i : "Proteins of the cell " + i % 7)
                    .append(",\"")
                    .append(relevant ? "A trial of therapy, " + i : "Mice and their genes, " + i % 5)
                    .append("\",")
                    .append(relevant ? yes : no)
                    .append('\n');
        }
        return Files.writeString(folder.resolve("set.csv"), csv);
    }

    @Test
    void aReplayReportsEverythingThatAnotherToolNeeds() throws IOException {
        JsonNode run = CommandLineRun.json(
                "simulate", table("label_included", "1", "0"), "--model", "u4", "--seed", "3", "--stop", "excludes:20");
        assertThat(run.get("n").asInt()).isEqualTo(60);
        assertThat(run.get("included").asInt()).isEqualTo(10);
        assertThat(run.get("model").asText()).isEqualTo("elas-u4");
        assertThat(run.get("priors")).hasSize(2);
        assertThat(run.get("curve")).hasSize(run.get("read").asInt());
        assertThat(run.get("curve").get(run.get("read").asInt() - 1).asInt()).isEqualTo(9);
        assertThat(run.get("recallAt").get("100").asDouble()).isEqualTo(1);
        assertThat(run.get("loss").asDouble()).isBetween(0.0, 0.3);
        assertThat(run.get("stoppedAt").get("read").asInt()).isGreaterThanOrEqualTo(20);
        for (String field : new String[] {"wss95", "wss100", "rrf10", "atd", "refits", "seconds"}) {
            assertThat(run.get(field).isNumber()).as(field).isTrue();
        }
    }

    @Test
    void labelsAreReadByTheirUsualNamesAndWords() throws IOException {
        for (String[] way : new String[][] {
            {"included", "1", "0"},
            {"label", "yes", "no"},
            {"Decision", "Include", "Exclude"},
            {"label_included", "1.0", "0.0"}
        }) {
            JsonNode run = CommandLineRun.json("simulate", table(way[0], way[1], way[2]));
            assertThat(run.get("included").asInt()).as(way[0]).isEqualTo(10);
        }
    }

    @Test
    void severalSeedsAreTheSameRunsSideBySide() throws IOException {
        Path set = table("label_included", "1", "0");
        JsonNode both = CommandLineRun.json("simulate", set, "--seeds", "2", "--seed", "4");
        JsonNode second = CommandLineRun.json("simulate", set, "--seed", "5");
        assertThat(both.get("runs")).hasSize(2);
        assertThat(both.get("runs").get(1).get("order")).isEqualTo(second.get("order"));
        double mean = (both.get("runs").get(0).get("loss").asDouble()
                        + second.get("loss").asDouble())
                / 2;
        assertThat(both.get("loss").asDouble()).isEqualTo(mean);
    }

    @Test
    void notesOfRisFilesAreLabelsToo() {
        StringBuilder ris = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            ris.append("TY  - JOUR\nTI  - ")
                    .append(i % 3 == 0 ? "Back pain " : "Genes ")
                    .append(i)
                    .append("\nN1  - ");
            ris.append(i % 3 == 0 ? "ASReview_relevant" : "ASReview_irrelevant").append("\nER  - \n\n");
        }
        CommandLineRun run =
                CommandLineRun.with(ris.toString().getBytes(StandardCharsets.UTF_8), "simulate", "-", "--json");
        assertThat(run.json().get("included").asInt()).isEqualTo(4);
    }

    @Test
    void whatCannotBeReplayedIsSaidInWords() throws IOException {
        CommandLineRun noLabels = CommandLineRun.of(
                "simulate", Files.writeString(folder.resolve("plain.csv"), "title,abstract\nOne,Two\nThree,Four\n"));
        assertThat(noLabels.status()).isEqualTo(3);
        assertThat(noLabels.err()).contains("label_included");
        CommandLineRun noModel = CommandLineRun.of("simulate", table("included", "1", "0"), "--model", "oracle");
        assertThat(noModel.status()).isEqualTo(2);
        assertThat(noModel.err()).contains("elas-u4");
        CommandLineRun noRule = CommandLineRun.of("simulate", table("included", "1", "0"), "--stop", "soon");
        assertThat(noRule.status()).isEqualTo(2);
        assertThat(noRule.err()).contains("recall:0.95:0.95");
        CommandLineRun oneKind = CommandLineRun.of("simulate", table("included", "1", "1"));
        assertThat(oneKind.status()).isEqualTo(2);
    }

    @Test
    void modelsAreListedWithTheDefaultFirst() {
        JsonNode models = CommandLineRun.json("models");
        assertThat(models.get(0).get("default").asBoolean()).isTrue();
        assertThat(models.findValuesAsText("name")).contains("elas-u4", "elas-u3");
    }

    @Test
    void aWholeRealSetHasAllItsRecords() {
        String at = System.getenv("WINNOW_TEST_DATA");
        Assumptions.assumeTrue(at != null, "WINNOW_TEST_DATA is not set: real sets are not replayed");
        JsonNode run = CommandLineRun.json(
                "simulate", Path.of(at, "screening", "synergy", "Nelson_2002.csv"), "--model", "u4");
        assertThat(run.get("n").asInt()).isEqualTo(366);
        assertThat(run.get("included").asInt()).isEqualTo(80);
        assertThat(run.get("loss").asDouble()).isBetween(0.11, 0.19);
    }
}
