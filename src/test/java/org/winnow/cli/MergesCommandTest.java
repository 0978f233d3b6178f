package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Merges from the command line: taken back weeks later, with the decisions made meanwhile. */
class MergesCommandTest {
    private static final String ENTRY = """
            TY  - JOUR
            AU  - Berg, Anna
            TI  - Effects of early mobilisation after stroke on walking speed
            JO  - Journal of Stroke Care
            PY  - 2014
            VL  - 12
            SP  - 345
            EP  - 352
            ER  -\s

            """;

    @TempDir
    Path folder;

    private Path review;

    @BeforeEach
    void aDecisionOnAGroupOfTwo() throws IOException {
        review = folder.resolve("r.winnow");
        Path decisions = Files.writeString(folder.resolve("d.csv"), "record,decision\n1,include\n");
        run("new", review, "--title", "T", "--reviewer", "Ada", "--screeners-per-record", "1");
        for (String source : new String[] {"PubMed", "Embase"}) {
            run("import", review, Files.writeString(folder.resolve(source + ".ris"), ENTRY), "--source", source);
        }
        run("dedup", review);
        run("decide", review, "--stage", "title-abstract", "--reviewer", "Ada", "--from", decisions);
        assertThat(numbers("merges", review)).isEqualTo("1 1 1 0");
    }

    @Test
    void allMergesAreTakenBackAndDecisionsStay() {
        assertThat(numbers("merges", review, "--take-back", "all")).isEqualTo("0 0 0 0");
        assertThat(included()).isEqualTo(1);
        run("dedup", review);
        assertThat(numbers("merges", review)).isEqualTo("1 1 1 0");
        assertThat(included()).isEqualTo(1);
    }

    @Test
    void oneRecordIsTakenOutAndStaysOut() {
        assertThat(numbers("merges", review, "--separate", "2")).isEqualTo("0 0 0 0");
        run("dedup", review);
        assertThat(numbers("merges", review)).isEqualTo("0 0 0 0");
        CommandLineRun again = CommandLineRun.of("merges", review, "--separate", "2");
        assertThat(again.status()).isNotZero();
        assertThat(again.err()).contains("Record 2 is in no group of duplicates.");
    }

    @Test
    void preferredSourcesAreKeptUnlessSomebodyHasDecided() {
        run("merges", review, "--prefer", "Embase,PubMed");
        assertThat(keeperOf(2)).isEqualTo(1);
        CommandLineRun wrong = CommandLineRun.of("merges", review, "--prefer", "Scopus");
        assertThat(wrong.err()).contains("The review has no source Scopus. It has: PubMed, Embase.");
    }

    private long keeperOf(int record) {
        for (JsonNode r : CommandLineRun.json("records", review)) {
            if (r.get("id").asInt() == record) {
                return r.get("duplicateOf").asLong();
            }
        }
        throw new AssertionError("no record " + record);
    }

    private int included() {
        JsonNode stages = CommandLineRun.json("status", review).get("stages");
        return stages.get("title-abstract").get("included").asInt();
    }

    private static String numbers(Object... words) {
        JsonNode now = CommandLineRun.json(words);
        return now.get("groups") + " " + now.get("duplicates") + " " + now.get("automatic") + " " + now.get("toReview");
    }

    private static void run(Object... words) {
        CommandLineRun run = CommandLineRun.of(words);
        assertThat(run.status()).as(run.err()).isZero();
    }
}
