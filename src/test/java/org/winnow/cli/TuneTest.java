package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** {@code tune}: what it asks for. */
@ResourceLock("PyTorch collects gradients for one at a time")
class TuneTest {
    @TempDir
    Path folder;

    @Test
    void whatCannotBeTunedIsSaid() throws Exception {
        Path review = folder.resolve("r.winnow");
        CommandLineRun.of("new", review, "--title", "Pain", "--reviewer", "Ada");
        Path out = folder.resolve("tuned");
        assertThat(CommandLineRun.of("tune", review).err()).contains("--out FOLDER");
        assertThat(CommandLineRun.of("tune", review, "--out", out).err())
                .contains("5 relevant and 5 irrelevant records that are decided; there are 0 and 0");
        assertThat(CommandLineRun.of("tune", review, "--out", out, "--rank", "0")
                        .err())
                .contains("a rank from 1 to 256");
        assertThat(CommandLineRun.of("tune", review, "--out", out, "--targets", "querry")
                        .err())
                .contains("attention, intermediate, key, output, query, value");
        assertThat(CommandLineRun.of("tune", review, "--out", out, "--objective", "retrieval")
                        .err())
                .contains("needs 20 questions with their passages; there are 0");
        Path pairs = Files.writeString(
                folder.resolve("p.jsonl"), "{\"question\": \"Who?\", \"passage\": \"Adults.\"}\n{\"question\": 1\n");
        assertThat(CommandLineRun.of("tune", review, "--out", out, "--objective", "retrieval", "--pairs", pairs)
                        .err())
                .contains("p.jsonl, line 2");
        assertThat(CommandLineRun.of("tune", review, "--forget").out()).contains("no tuned network");
    }
}
