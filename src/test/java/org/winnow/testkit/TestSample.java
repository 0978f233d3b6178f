package org.winnow.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.winnow.sample.Sample;

/** The sample review, built once for all tests: it takes as long as importing, comparing and deciding do. */
public final class TestSample {
    private TestSample() {}

    /** A copy in a folder, to do with as a test likes. */
    public static Path copy(Path folder) {
        try {
            return Files.write(folder.resolve("sample.winnow"), Built.SAMPLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Built {
        static final byte[] SAMPLE = build();

        private static byte[] build() {
            try {
                Path folder = Files.createTempDirectory("sample");
                Path file = new Sample(folder, Clock.systemUTC(), step -> {}).build();
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
