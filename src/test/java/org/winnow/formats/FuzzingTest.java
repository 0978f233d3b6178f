package org.winnow.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short search for files that break a reader, {@code mvn -Pfuzz verify} makes long ones. */
class FuzzingTest {
    private static final int INPUTS = 1000;

    @TempDir
    Path folder;

    @Test
    void nothingThatTheFuzzerThinksOfBreaksAReader() throws Exception {
        Path log = folder.resolve("log.txt");

        ProcessBuilder search = Fuzzing.run(FuzzTarget.EACH, folder, "-runs=" + INPUTS, "-seed=1", "-max_len=2048")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // It ends before the second compiler has done any good.
        search.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        int status = search.start().waitFor();

        assertThat(status).as(() -> read(log)).isZero();
        assertThat(read(log)).contains("Done " + INPUTS + " runs");
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
