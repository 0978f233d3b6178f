package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rank} as a script uses it. */
class RankTest {
    @TempDir
    Path folder;

    @Test
    void whatIsLeftIsOrderedByWhatWasDecided() throws Exception {
        Path review = folder.resolve("r.winnow");
        StringBuilder ris = new StringBuilder();
        for (int i = 1; i <= 30; i++) {
            ris.append("TY  - JOUR\nTI  - ")
                    .append(i % 3 == 0 ? "Exercise for back pain " : "Proteins of the cell ")
                    .append(i)
                    .append("\nER  - \n\n");
        }
        Path file = Files.writeString(folder.resolve("a.ris"), ris);
        Path decisions = Files.writeString(
                folder.resolve("d.csv"), "record,decision\n3,include\n6,include\n1,exclude\n2,exclude\n");
        CommandLineRun.of("new", review, "--title", "Pain", "--reviewer", "Ada");
        CommandLineRun.of("import", review, file, "--source", "PubMed");
        CommandLineRun.of("decide", review, "--stage", "title-abstract", "--reviewer", "Ada", "--from", decisions);

        for (String[] who : new String[][] {{"--model", "u4"}, {"--reviewer", "Ada"}}) {
            JsonNode ranked = CommandLineRun.json("rank", review, who[0], who[1]);
            assertThat(ranked).hasSize(26);
            for (int place = 0; place < 8; place++) {
                assertThat(ranked.get(place).get("record").asInt() % 3).isZero();
            }
            assertThat(ranked.get(0).get("score").asDouble())
                    .isGreaterThan(ranked.get(25).get("score").asDouble());
        }
        assertThat(CommandLineRun.of("rank", review).out()).startsWith("26 records to read");
        assertThat(CommandLineRun.of("rank", review, "--model", "none").status())
                .isEqualTo(2);
    }
}
