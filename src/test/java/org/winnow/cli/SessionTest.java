package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session goes out and comes back through the commands alone. */
class SessionTest {
    @TempDir
    Path folder;

    private Path review = Path.of("");
    private Path pack = Path.of("");

    @BeforeEach
    void aReviewWithRecords() {
        review = folder.resolve("r.winnow");
        pack = folder.resolve("ada.winnow-session");
        CommandLineRun.of("new", review, "--title", "R", "--reviewer", "Ada", "--reviewer", "Ben");
        CommandLineRun.of("import", review, CommandLineRun.fixture("embase.ris", folder));
        decide(review, "Ben", "1,include");
    }

    private void decide(Path file, String name, String line) {
        Path decisions = CommandLineRun.file(folder.resolve("d.csv"), "record,decision,note\n" + line + ",read\n");
        CommandLineRun run =
                CommandLineRun.of("decide", file, "--stage", "title-abstract", "--reviewer", name, "--from", decisions);
        assertThat(run.status()).as(run.err()).isZero();
    }

    @Test
    void whatTheColleagueDecidesComesBackOnceAndConflictsAreCounted() {
        JsonNode packed = CommandLineRun.json("session", "pack", review, "--reviewer", "ada", "--out", pack);
        assertThat(packed.get("records").asInt()).isPositive();
        assertThat(packed.get("decisions").asInt()).isZero();

        Path mine = folder.resolve("mine.winnow");
        assertThat(CommandLineRun.json("session", "open", pack, "--out", mine)
                        .get("reviewer")
                        .asText())
                .isEqualTo("Ada");
        decide(mine, "Ada", "1,exclude");
        Path back = folder.resolve("back.winnow-session");
        CommandLineRun.json("session", "pack", mine, "--reviewer", "Ada", "--out", back);

        JsonNode plan = CommandLineRun.json("session", "merge", review, back, "--dry-run");
        assertThat(status().get("conflicts").asInt()).isZero();
        JsonNode merged = CommandLineRun.json("session", "merge", review, back);
        assertThat(merged).isEqualTo(plan);
        assertThat(merged.get("added").asInt()).isEqualTo(2);
        assertThat(merged.get("known").asInt()).isZero();
        assertThat(merged.get("conflicts").asInt()).isEqualTo(1);
        assertThat(status().get("conflicts").asInt()).isEqualTo(1);

        JsonNode again = CommandLineRun.json("session", "merge", review, back);
        assertThat(again.get("added").asInt()).isZero();
        assertThat(again.get("known").asInt()).isEqualTo(2);
        assertThat(again.get("conflicts").asInt()).isZero();
        assertThat(CommandLineRun.json("check", review).get("problems")).isEmpty();
    }

    private JsonNode status() {
        return CommandLineRun.json("status", review).get("stages").get("title-abstract");
    }

    @Test
    void sharesDivideTheRecordsAndWhoeverGetsOneJoins() {
        // So many that no share of them is empty, however the draw goes.
        CommandLineRun.of("import", review, CommandLineRun.file(folder.resolve("more.ris"), recordsOf(40)));
        int all = packed().get("records").asInt();
        int shared = packed("--share", "1/2").get("records").asInt()
                + packed("--share", "2/2").get("records").asInt();

        assertThat(shared).isEqualTo(all);
        assertThat(packed("--share", "1/2", "--overlap", "100", "--unblinded")
                        .get("decisions")
                        .asInt())
                .isEqualTo(1);
    }

    private static String recordsOf(int many) {
        StringBuilder ris = new StringBuilder();
        for (int i = 0; i < many; i++) {
            ris.append("TY  - JOUR\nTI  - Trial of naps number ").append(i).append("\nER  - \n");
        }
        return ris.toString();
    }

    private JsonNode packed(String... more) {
        List<Object> words = new ArrayList<>(List.of("session", "pack", review, "--reviewer", "Cy", "--out", pack));
        words.addAll(List.of(more));
        return CommandLineRun.json(words.toArray());
    }

    @Test
    void aPasswordIsTakenFromAFile() {
        Path password = CommandLineRun.file(folder.resolve("password"), "naps\n");
        CommandLineRun.json("session", "pack", review, "--reviewer", "Ada", "--out", pack, "--password-file", password);

        CommandLineRun without = CommandLineRun.of("session", "open", pack, "--out", folder.resolve("mine.winnow"));
        assertThat(without.status()).isEqualTo(3);
        assertThat(without.err()).contains("locked with a password");
        assertThat(CommandLineRun.of(
                                "session",
                                "open",
                                pack,
                                "--out",
                                folder.resolve("mine.winnow"),
                                "--password-file",
                                password)
                        .status())
                .isZero();
    }

    @Test
    void whatIsNoSessionIsRefusedAndNothingIsMade() throws IOException {
        Path prose = CommandLineRun.file(folder.resolve("prose.winnow-session"), "Dear all");
        Path mine = folder.resolve("mine.winnow");

        for (Path file : new Path[] {prose, folder.resolve("missing.winnow-session"), folder}) {
            CommandLineRun merge = CommandLineRun.of("session", "merge", review, file);
            assertThat(merge.status()).isEqualTo(3);
            assertThat(merge.err()).contains(file.toString()).endsWith(".\n");
            assertThat(CommandLineRun.of("session", "open", file, "--out", mine).status())
                    .isEqualTo(3);
        }
        assertThat(Files.exists(mine)).isFalse();
        CommandLineRun noShare =
                CommandLineRun.of("session", "pack", review, "--reviewer", "Ada", "--out", pack, "--share", "3/2");
        assertThat(noShare.status()).isEqualTo(2);
        assertThat(noShare.err()).contains("is no share: write 2/3");
        assertThat(CommandLineRun.of("session").status()).isEqualTo(2);
    }
}
